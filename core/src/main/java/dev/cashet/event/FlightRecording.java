package dev.cashet.event;

import java.util.Optional;
import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/**
 * Hits, misses, runs and waits as events of the Java Flight Recorder: {@code dev.cashet.Hit}, {@code dev.cashet.Miss}, {@code
 * dev.cashet.Run}, {@code dev.cashet.Wait}. Costs next to nothing while nobody records.
 */
public final class FlightRecording implements CashetListener {
  private FlightRecording() {}

  /** A listener that records; empty if this Java has no flight recorder. */
  public static Optional<CashetListener> ifAvailable() {
    try {
      Class.forName("jdk.jfr.FlightRecorder", false, FlightRecording.class.getClassLoader());
      return Optional.of(new FlightRecording());
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  @Override
  public void on(CashetEvent event) {
    if (!FlightRecorder.isInitialized()) {
      return;
    }
    Recorded recorded = recorded(event);
    if (recorded != null && recorded.shouldCommit()) {
      recorded.function = event.call().function().shortName();
      recorded.fingerprint = event.call().fingerprint().toString();
      recorded.commit();
    }
  }

  private static @Nullable Recorded recorded(CashetEvent event) {
    if (event instanceof CashetEvent.Hit hit) {
      Hit recorded = new Hit();
      recorded.saved = hit.saved().toNanos();
      recorded.commitHash = hit.commit().hex();
      return recorded;
    }
    if (event instanceof CashetEvent.Started started) {
      return started.attempt() == 1 ? new Miss() : null;
    }
    if (event instanceof CashetEvent.Finished finished) {
      Run recorded = new Run();
      recorded.took = finished.took().toNanos();
      recorded.attempts = finished.attempts();
      recorded.commitHash = finished.commit().hex();
      recorded.outcome = "completed";
      return recorded;
    }
    if (event instanceof CashetEvent.Failed failed) {
      Run recorded = new Run();
      recorded.took = failed.took().toNanos();
      recorded.attempts = failed.attempts();
      recorded.commitHash = failed.commit().hex();
      recorded.outcome = failed.cause().getClass().getName();
      return recorded;
    }
    if (event instanceof CashetEvent.Waiting waiting) {
      Wait recorded = new Wait();
      recorded.waited = waiting.waited().toNanos();
      recorded.owner = waiting.owner();
      return recorded;
    }
    return null;
  }

  // The recorder reads the fields of these classes, nobody else does.
  @SuppressWarnings("UnusedVariable")
  @Category("cashet")
  @StackTrace(false)
  private abstract static class Recorded extends Event {
    @Label("Function")
    String function = "";

    @Label("Fingerprint")
    String fingerprint = "";
  }

  @SuppressWarnings("UnusedVariable")
  @Name("dev.cashet.Hit")
  @Label("Hit")
  private static final class Hit extends Recorded {
    @Label("Commit")
    String commitHash = "";

    @Label("Time Saved")
    @Timespan
    long saved;
  }

  @Name("dev.cashet.Miss")
  @Label("Miss")
  private static final class Miss extends Recorded {}

  @SuppressWarnings("UnusedVariable")
  @Name("dev.cashet.Run")
  @Label("Run")
  private static final class Run extends Recorded {
    @Label("Commit")
    String commitHash = "";

    @Label("Run Time of the Last Attempt")
    @Timespan
    long took;

    @Label("Attempts")
    int attempts;

    @Label("Outcome")
    String outcome = "";
  }

  @SuppressWarnings("UnusedVariable")
  @Name("dev.cashet.Wait")
  @Label("Wait")
  private static final class Wait extends Recorded {
    @Label("Owner")
    String owner = "";

    @Label("Waited So Far")
    @Timespan
    long waited;
  }
}
