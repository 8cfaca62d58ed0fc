package dev.cashet.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Which call the current thread works for: what a task submits is made inside of it. A task's own threads know it only if
 * their work was carried there; without, a wait in a circle through them is not seen.
 */
public final class CallStack {
  private static final ThreadLocal<@Nullable Flight> CURRENT = new ThreadLocal<>();

  private CallStack() {}

  /** The call whose task runs in this thread; null if none does. */
  static @Nullable Flight current() {
    Flight flight = CURRENT.get();
    return flight == null || flight.hasEnded() ? null : flight;
  }

  /** The calls that the current thread is inside of, outermost first. */
  static List<Abroad.Call> around() {
    List<Abroad.Call> around = new ArrayList<>();
    for (Flight flight = current(); flight != null; flight = flight.outer()) {
      around.add(0, Abroad.Call.of(flight.call()));
    }
    return around;
  }

  /** Whether the calling thread runs a task. */
  public static boolean isInside() {
    return current() != null;
  }

  /** The body as it runs inside this call, on whatever thread. */
  static Callable<?> inside(Flight flight, Callable<?> body) {
    return () -> call(flight, body);
  }

  /**
   * The work as a part of the task that runs in this thread now, for another thread.
   *
   * @param <T> what it returns
   */
  public static <T> Callable<T> carry(Callable<T> work) {
    Flight flight = current();
    return flight == null ? work : () -> call(flight, work);
  }

  /** The work as a part of the task that runs in this thread now, for another thread. */
  public static Runnable carry(Runnable work) {
    Flight flight = current();
    return flight == null ? work : () -> run(flight, work);
  }

  private static <T> T call(Flight flight, Callable<T> work) throws Exception {
    Flight before = CURRENT.get();
    CURRENT.set(flight);
    try {
      return work.call();
    } finally {
      leave(before);
    }
  }

  private static void run(Flight flight, Runnable work) {
    Flight before = CURRENT.get();
    CURRENT.set(flight);
    try {
      work.run();
    } finally {
      leave(before);
    }
  }

  private static void leave(@Nullable Flight before) {
    if (before == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
  }
}
