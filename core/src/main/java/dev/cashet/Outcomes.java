package dev.cashet;

import dev.cashet.model.InterruptedSubmissionException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The outcomes of a running batch as they come. */
final class Outcomes extends Spliterators.AbstractSpliterator<TaskOutcome<?>> {
  /** After the last one. */
  static final Next END = new Next(null);

  private final BlockingQueue<Next> queue;
  private final BatchRun run;
  private boolean ended;

  Outcomes(BlockingQueue<Next> queue, BatchRun run) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.queue = queue;
    this.run = run;
  }

  /**
   * One outcome, or the end.
   *
   * @param outcome null at the end
   */
  record Next(@Nullable TaskOutcome<?> outcome) {}

  Stream<TaskOutcome<?>> stream() {
    return StreamSupport.stream(this, false).onClose(run::cancel);
  }

  @Override
  public boolean tryAdvance(Consumer<? super TaskOutcome<?>> action) {
    if (ended) {
      return false;
    }
    TaskOutcome<?> outcome;
    try {
      outcome = queue.take().outcome();
    } catch (InterruptedException e) {
      run.cancel();
      Thread.currentThread().interrupt();
      throw new InterruptedSubmissionException("interrupted while waiting for the batch", e);
    }
    if (outcome == null) {
      ended = true;
      run.requireUnbroken();
      return false;
    }
    action.accept(outcome);
    return true;
  }
}
