package dev.cashet;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Tells a listener of outcomes, one at a time and in the order in which tasks ended, whichever threads they ended in: the
 * thread that finds nobody telling tells all there is. No lock is held meanwhile.
 */
final class Announcements {
  private final Consumer<? super TaskOutcome<?>> listener;
  private final Runnable told;
  private final Consumer<Throwable> failed;
  private final Queue<TaskOutcome<?>> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * Nothing told yet.
   *
   * @param listener of the user
   * @param told called after each outcome, whether the listener threw or not
   * @param failed told what the listener threw
   */
  Announcements(
      Consumer<? super TaskOutcome<?>> listener, Runnable told, Consumer<Throwable> failed) {
    this.listener = listener;
    this.told = told;
    this.failed = failed;
  }

  void add(TaskOutcome<?> outcome) {
    queue.add(outcome);
    if (waiting.getAndIncrement() > 0) {
      return;
    }
    do {
      tell(queue.remove());
      told.run();
    } while (waiting.decrementAndGet() > 0);
  }

  private void tell(TaskOutcome<?> outcome) {
    try {
      listener.accept(outcome);
    } catch (Throwable e) {
      failed.accept(e);
    }
  }
}
