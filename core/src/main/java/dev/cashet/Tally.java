package dev.cashet;

import dev.cashet.engine.CallStack;
import dev.cashet.event.Progress;
import dev.cashet.event.ProgressListener;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Counts the outcomes of one batch or map, and tells how far it has come; for one thread at a time. */
final class Tally {
  private static final System.Logger LOG = System.getLogger("dev.cashet");
  private static final long FIRST_NANOS = Duration.ofMillis(500).toNanos();
  private static final long NEXT_NANOS = Duration.ofMillis(100).toNanos();

  private final ProgressListener listener;
  private final Supplier<OptionalLong> total;
  private final boolean inside = CallStack.isInside();
  private final long began = System.nanoTime();
  private String title;
  private long toldAt = began + FIRST_NANOS - NEXT_NANOS;
  private boolean told;
  private long done;
  private long hits;
  private long failed;

  /**
   * Nothing done yet.
   *
   * @param title what it is; that of the first task if empty
   * @param total asked whenever progress is told
   */
  Tally(ProgressListener listener, String title, Supplier<OptionalLong> total) {
    this.listener = listener;
    this.title = title;
    this.total = total;
  }

  void add(TaskOutcome<?> outcome) {
    done++;
    hits += outcome.status() == TaskOutcome.Status.HIT ? 1 : 0;
    failed += outcome.isSuccess() ? 0 : 1;
    title = title.isEmpty() ? outcome.name() : title;
    long now = System.nanoTime();
    if (!inside && now - toldAt >= NEXT_NANOS) {
      toldAt = now;
      tell(now, false);
    }
  }

  /** Tells of the end if anything was told before. */
  void end() {
    if (told) {
      told = false;
      tell(System.nanoTime(), true);
    }
  }

  private void tell(long now, boolean ended) {
    told = !ended;
    Progress.Counts counts = new Progress.Counts(done, total.get(), hits, failed);
    try {
      listener.on(new Progress(title, counts, Duration.ofNanos(now - began), ended));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "a listener to progress failed on " + title, e);
    }
  }
}
