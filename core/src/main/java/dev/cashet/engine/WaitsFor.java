package dev.cashet.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which task of this JVM waits for which call, for as long as it waits. Before a task waits, those that would wait for
 * ever with it are gone through: the tasks around it, and whoever waits for one of them, and the tasks around those. If the
 * call that it wants to wait for is among them, there is a circle, and the wait is refused instead. Noting and looking are
 * one step under one lock, so of the waits that make a circle the last one sees it. What only waits from outside of all
 * tasks can close no circle and never comes here.
 *
 * <p>A circle through other processes is seen by {@link dev.cashet.store.Claims#startWait}.
 */
final class WaitsFor {
  private static final Object LOCK = new Object();

  private WaitsFor() {}

  /**
   * Notes that the task waits.
   *
   * @throws IllegalStateException if that would be for ever; the message has the circle
   */
  static void begin(@Nullable Flight task, Flight awaited) {
    if (task == null) {
      return;
    }
    synchronized (LOCK) {
      requireNoCircle(task, awaited);
      awaited.waiters().add(task);
    }
  }

  static void end(@Nullable Flight task, Flight awaited) {
    if (task != null) {
      synchronized (LOCK) {
        awaited.waiters().remove(task);
      }
    }
  }

  /** Refuses a call that runs around itself; for runs that nobody waits for, and that would never end. */
  static void requireNotInside(Flight flight) {
    List<String> names = new ArrayList<>(List.of(flight.name()));
    for (Flight each = flight.outer(); each != null; each = each.outer()) {
      names.add(each.name());
      if (each.fingerprint().equals(flight.fingerprint())) {
        Collections.reverse(names);
        throw circle(names);
      }
    }
  }

  static IllegalStateException circle(List<String> names) {
    return new IllegalStateException(
        "a task waits for itself: " + String.join(" → ", names) + " is the same call again");
  }

  private static void requireNoCircle(Flight task, Flight awaited) {
    // Each with the one that it keeps waiting.
    Map<Flight, Flight> blocked = new HashMap<>();
    Deque<Flight> unseen = new ArrayDeque<>();
    blocked.put(task, task);
    unseen.add(task);
    for (Flight each = unseen.poll(); each != null; each = unseen.poll()) {
      if (each == awaited) {
        throw circle(names(awaited, task, blocked));
      }
      Flight around = each.outer();
      if (around != null && blocked.putIfAbsent(around, each) == null) {
        unseen.add(around);
      }
      for (Flight waiting : each.waiters()) {
        if (!waiting.hasEnded() && blocked.putIfAbsent(waiting, each) == null) {
          unseen.add(waiting);
        }
      }
    }
  }

  private static List<String> names(Flight from, Flight to, Map<Flight, Flight> blocked) {
    List<String> names = new ArrayList<>();
    for (Flight each = from; each != to; each = blocked.getOrDefault(each, to)) {
      names.add(each.name());
    }
    names.add(to.name());
    names.add(from.name());
    return names;
  }
}
