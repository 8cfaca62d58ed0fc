package dev.cashet;

import dev.cashet.TaskOutcome.Problem;
import dev.cashet.TaskOutcome.Status;
import dev.cashet.engine.KeyedCall;
import dev.cashet.graph.Job;
import dev.cashet.graph.Workers;
import dev.cashet.model.Fingerprint;
import dev.cashet.model.InterruptedSubmissionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run of a batch. A task becomes ready when the last of its inputs has ended; the thread that ended it goes on with
 * the first task that this made ready, so that a chain stays in one thread and needs no stack. Tasks with the same key
 * wait for the first of them. One lock guards all that a run knows; it is never held while user code runs.
 */
final class BatchRun {
  private static final Problem CANCELLED =
      new Problem(new InterruptedSubmissionException("the batch was cancelled", null), "cancel");

  private final FailurePolicy policy;
  private final Announcements announcements;
  private final Runnable ended;
  private final Workers workers;
  private final Map<BatchTask<?>, BatchNode> nodes = new LinkedHashMap<>();
  private final Map<Fingerprint, BatchNode> firsts = new HashMap<>();
  private final List<Throwable> failures = new ArrayList<>();
  // The run itself is one: it is not over before it was launched.
  private int open = 1;
  private @Nullable Problem stopped;
  private boolean cancelled;
  private @Nullable Throwable broken;

  /**
   * A run without tasks yet.
   *
   * @param threads besides the one that calls {@link #help}
   * @param ended called when all is done
   */
  BatchRun(
      FailurePolicy policy,
      Consumer<? super TaskOutcome<?>> listener,
      int threads,
      Runnable ended) {
    this.policy = policy;
    this.announcements = new Announcements(listener, this::told, this::breakOff);
    this.workers = Crew.workers(threads);
    this.ended = ended;
  }

  /** Takes in tasks whose inputs are among them or have results; nothing starts yet. */
  synchronized void enlist(List<BatchTask<?>> tasks, List<BatchInputs> inputs) {
    open += tasks.size();
    for (int i = 0; i < tasks.size(); i++) {
      nodes.put(tasks.get(i), new BatchNode(tasks.get(i), inputs.get(i)));
    }
    for (int i = 0; i < tasks.size(); i++) {
      BatchNode node = nodes.get(tasks.get(i));
      if (node != null) {
        link(node, inputs.get(i));
      }
    }
  }

  /** Starts what is ready. */
  void launch() {
    List<BatchNode> ready;
    synchronized (this) {
      ready = nodes.values().stream().filter(node -> node.waitsFor == 0).toList();
    }
    ready.forEach(this::queue);
    told();
  }

  /** Takes in a task that is added while the run goes on; one that comes too late waits for the next run. */
  void admit(BatchTask<?> task, BatchInputs inputs) {
    BatchNode node = new BatchNode(task, inputs);
    Deque<BatchNode> done = new ArrayDeque<>();
    synchronized (this) {
      if (open == 0) {
        return;
      }
      open++;
      nodes.put(task, node);
      Problem problem = stopped != null ? stopped : link(node, inputs);
      if (problem != null) {
        node.end(node.without(statusOf(problem), problem, Duration.ZERO));
        done.add(node);
      }
    }
    if (!done.isEmpty()) {
      announce(done);
    } else if (isReady(node)) {
      queue(node);
    }
  }

  /** Works in the calling thread until all is done; an interrupt cancels. */
  void help() {
    boolean interrupted = false;
    for (boolean going = true; going; ) {
      try {
        workers.help();
        going = false;
      } catch (InterruptedException e) {
        interrupted = true;
        cancel();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts nothing more and interrupts what runs. */
  void cancel() {
    List<BatchNode> running = new ArrayList<>();
    Deque<BatchNode> done = new ArrayDeque<>();
    synchronized (this) {
      cancelled = true;
      stop(CANCELLED, done);
      nodes.values().stream().filter(node -> node.started && node.isOpen()).forEach(running::add);
    }
    running.forEach(node -> node.work.interrupt());
    announce(done);
  }

  /** Throws what broke the run off, or its first failure unless failures are collected. */
  synchronized void requireSuccess() {
    requireUnbroken();
    if (policy == FailurePolicy.COLLECT) {
      return;
    }
    if (!failures.isEmpty()) {
      Throwable first = failures.get(0);
      failures.stream().skip(1).filter(each -> each != first).forEach(first::addSuppressed);
      throw unchecked(first);
    }
    if (cancelled) {
      throw new InterruptedSubmissionException("the batch was cancelled", null);
    }
  }

  /** Throws what the listener threw. */
  synchronized void requireUnbroken() {
    if (broken != null) {
      throw unchecked(broken);
    }
  }

  private void queue(BatchNode node) {
    workers.add(() -> perform(node));
  }

  private @Nullable Job perform(BatchNode node) {
    synchronized (this) {
      if (!node.isOpen() || node.started) {
        return null;
      }
      node.started = true;
    }
    long began = System.nanoTime();
    TaskOutcome<?> outcome = outcome(node, began);
    return outcome == null ? null : end(node, outcome);
  }

  /** Null if the task has to wait for another one with the same key. */
  private @Nullable TaskOutcome<?> outcome(BatchNode node, long began) {
    if (!node.work.begin()) {
      return node.without(Status.CANCELLED, CANCELLED, Duration.ZERO);
    }
    try {
      KeyedCall call = node.view.keyToSubmit(node.task.call().invocation());
      node.title = node.task.title(call.name().shortName());
      BatchNode first = call.policy().reuse().cache() ? first(call, node) : node;
      if (first == null) {
        return null;
      }
      TaskOutcome<?> shared =
          first == node ? null : first.sharedWith(node, call.policy().reuse().force());
      return shared == null ? node.completed(node.view.submit(call), since(began)) : shared;
    } catch (InterruptedSubmissionException e) {
      // An interrupt that came from elsewhere stays with the thread.
      node.work.end();
      cancel();
      return node.without(Status.CANCELLED, new Problem(e, node.title), since(began));
    } catch (Throwable e) {
      return node.without(Status.FAILED, new Problem(e, node.title), since(began));
    } finally {
      node.work.end();
    }
  }

  /** The first task with this key, which has ended or is the node itself; null if it has not: it is waited for. */
  private synchronized @Nullable BatchNode first(KeyedCall call, BatchNode node) {
    BatchNode first = firsts.putIfAbsent(call.fingerprint(), node);
    if (first == null || first == node) {
      return node;
    }
    if (first.isOpen()) {
      node.started = false;
      first.twins.add(node);
      return null;
    }
    return first;
  }

  private @Nullable Job end(BatchNode node, TaskOutcome<?> outcome) {
    List<BatchNode> ready = new ArrayList<>();
    Deque<BatchNode> done = new ArrayDeque<>();
    synchronized (this) {
      node.end(outcome);
      done.add(node);
      ready.addAll(node.twins);
      if (outcome.isSuccess()) {
        for (BatchNode user : node.users) {
          if (--user.waitsFor == 0 && user.isOpen()) {
            ready.add(user);
          }
        }
      } else {
        fail(node, outcome, done);
      }
    }
    announce(done);
    if (ready.isEmpty()) {
      return null;
    }
    ready.subList(1, ready.size()).forEach(this::queue);
    return () -> perform(ready.get(0));
  }

  private void fail(BatchNode node, TaskOutcome<?> outcome, Deque<BatchNode> done) {
    Problem problem = outcome.problem().orElseThrow();
    if (outcome.status() == Status.FAILED) {
      failures.add(problem.error());
    }
    if (policy == FailurePolicy.FAIL_FAST) {
      stop(problem, done);
      return;
    }
    Deque<BatchNode> left = new ArrayDeque<>(List.of(node));
    for (BatchNode next = left.poll(); next != null; next = left.poll()) {
      for (BatchNode user : next.users) {
        if (user.isOpen()) {
          user.end(user.without(statusOf(problem), problem, Duration.ZERO));
          done.add(user);
          left.add(user);
        }
      }
    }
  }

  /** Ends every task that has not started. */
  private void stop(Problem problem, Deque<BatchNode> done) {
    if (stopped != null) {
      return;
    }
    stopped = problem;
    for (BatchNode node : nodes.values()) {
      if (!node.started && node.isOpen()) {
        node.end(node.without(statusOf(problem), problem, Duration.ZERO));
        done.add(node);
      }
    }
  }

  private static Status statusOf(Problem problem) {
    return problem.error() instanceof InterruptedSubmissionException
        ? Status.CANCELLED
        : Status.SKIPPED;
  }

  /** Why the node cannot run, if an input of it has failed. */
  private @Nullable Problem link(BatchNode node, BatchInputs inputs) {
    Problem problem = null;
    for (BatchTask<?> input : inputs.tasks()) {
      BatchNode known = nodes.get(input);
      if (known != null && known.isOpen()) {
        node.waitsFor++;
        known.users.add(node);
      } else if (!input.hasResult()) {
        TaskOutcome<?> failed = input.outcome();
        problem = failed == null ? problem : failed.problem().orElse(problem);
      }
    }
    return problem;
  }

  private void announce(Deque<BatchNode> done) {
    for (BatchNode node : done) {
      TaskOutcome<?> outcome = node.outcome;
      if (outcome != null) {
        announcements.add(outcome);
      }
    }
  }

  /** One task less, and its outcome has been told: listeners may have added others meanwhile. */
  private void told() {
    boolean over;
    synchronized (this) {
      over = --open == 0;
    }
    if (over) {
      workers.close();
      ended.run();
    }
  }

  /** The listener threw: its error ends the run. */
  private void breakOff(Throwable error) {
    synchronized (this) {
      broken = broken == null ? error : broken;
    }
    cancel();
  }

  private synchronized boolean isReady(BatchNode node) {
    return node.waitsFor == 0 && !node.started && node.isOpen();
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static RuntimeException unchecked(Throwable error) {
    if (error instanceof Error fatal) {
      throw fatal;
    }
    return (RuntimeException) error;
  }
}
