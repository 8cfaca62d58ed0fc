package dev.cashet;

import dev.cashet.TaskOutcome.Problem;
import dev.cashet.TaskOutcome.Status;
import dev.cashet.engine.KeyedCall;
import dev.cashet.graph.Workers;
import dev.cashet.model.InterruptedSubmissionException;
import dev.cashet.model.Invocation;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A function applied to items, in their order: a window of items is worked on ahead of the reader, so that neither the
 * items nor the results have to be in memory together.
 */
final class Mapping<A, R> implements Iterator<TaskOutcome<R>> {
  /** Items ahead of the reader for each worker: enough to outlast one that is slow to read. */
  private static final int AHEAD = 32;

  private final View view;
  private final Function<A, Invocation> call;
  private final Iterator<? extends A> items;
  private final boolean failFast;
  private final int window;
  private final Workers workers;
  private final Deque<FutureTask<TaskOutcome<R>>> ahead = new ArrayDeque<>();
  private final Tally tally;
  private long next;
  private volatile @Nullable Problem stopped;

  private Mapping(
      View view, Function<A, Invocation> call, Iterable<? extends A> items, FailurePolicy policy) {
    this.view = view;
    this.call = call;
    this.items = items.iterator();
    this.failFast = policy == FailurePolicy.FAIL_FAST;
    int threads = view.crew().maxWorkers();
    this.window = threads * AHEAD;
    this.workers = Crew.workers(threads);
    OptionalLong total =
        items instanceof Collection<?> known ? OptionalLong.of(known.size()) : OptionalLong.empty();
    this.tally = view.crew().tally("", () -> total);
  }

  static <A, R> Stream<TaskOutcome<R>> of(
      View view, Function<A, Invocation> call, Iterable<? extends A> items, FailurePolicy policy) {
    Mapping<A, R> mapping = new Mapping<>(view, call, items, policy);
    int traits = Spliterator.ORDERED | Spliterator.NONNULL;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(mapping, traits), false)
        .onClose(mapping::close);
  }

  /** All results; throws the first failure once all that had started has ended. */
  static <R> List<ResultRef<R>> list(Stream<TaskOutcome<R>> outcomes) {
    List<ResultRef<R>> results = new ArrayList<>();
    TaskOutcome<R> failed = null;
    try (outcomes) {
      for (Iterator<TaskOutcome<R>> each = outcomes.iterator(); each.hasNext(); ) {
        TaskOutcome<R> outcome = each.next();
        if (outcome.isSuccess()) {
          outcome.result().ifPresent(results::add);
        } else if (failed == null) {
          failed = outcome;
        }
      }
    }
    if (failed != null) {
      failed.orThrow();
    }
    return results;
  }

  @Override
  public boolean hasNext() {
    fill();
    if (ahead.isEmpty()) {
      tally.end();
    }
    return !ahead.isEmpty();
  }

  @Override
  public TaskOutcome<R> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    FutureTask<TaskOutcome<R>> head = ahead.remove();
    try {
      TaskOutcome<R> outcome = head.get();
      tally.add(outcome);
      return outcome;
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new InterruptedSubmissionException("interrupted while waiting for a map", e);
    } catch (CancellationException e) {
      throw new InterruptedSubmissionException("the map was closed", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a task of a map ended without an outcome", e.getCause());
    }
  }

  private void close() {
    stopped = new Problem(new InterruptedSubmissionException("the map was closed", null), "close");
    workers.close();
    ahead.forEach(each -> each.cancel(true));
    tally.end();
  }

  private void fill() {
    while (ahead.size() < window && stopped == null && items.hasNext()) {
      A item = items.next();
      long index = next++;
      FutureTask<TaskOutcome<R>> task = new FutureTask<>(() -> outcome(index, item));
      ahead.add(task);
      workers.add(() -> {
        task.run();
        return null;
      });
    }
  }

  /** Tasks start in the order of the items: when one fails, those that have not started are all behind it. */
  private TaskOutcome<R> outcome(long index, A item) {
    String name = "item " + index;
    Problem problem = stopped;
    if (problem != null) {
      return TaskOutcome.without(index, name, Status.SKIPPED, Duration.ZERO, problem);
    }
    long began = System.nanoTime();
    try {
      KeyedCall keyed = view.keyToSubmit(call.apply(item));
      name = keyed.name().shortName();
      return TaskOutcome.of(index, name, since(began), view.submit(keyed));
    } catch (InterruptedSubmissionException e) {
      return TaskOutcome.without(index, name, Status.CANCELLED, since(began), new Problem(e, name));
    } catch (Throwable e) {
      Problem failure = new Problem(e, name + " (item " + index + ")");
      if (failFast) {
        stopped = failure;
      }
      return TaskOutcome.without(index, name, Status.FAILED, since(began), failure);
    }
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
