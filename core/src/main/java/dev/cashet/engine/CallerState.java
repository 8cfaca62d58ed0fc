package dev.cashet.engine;

import dev.cashet.canonical.Snapshot;
import dev.cashet.canonical.SnapshotBudget;
import dev.cashet.identity.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the arguments of one call held before its first attempt. A task works on the caller's own objects; whatever an
 * attempt changes in them is put back, so that the next attempt, the next task and the caller see what was passed,
 * whether the task ran or a stored result was found. Ignored arguments do not count and are left alone.
 *
 * <p>Used in this order: {@link Keeper#keep} before the first attempt; {@link #restoreForRetry} before each further one;
 * {@link #restore} when the result has been serialised, since it may be made of the arguments.
 */
final class CallerState {
  private static final System.Logger LOG = System.getLogger("dev.cashet");

  private final KeyedCall call;
  private final List<String> names;
  private final Snapshot snapshot;
  private final BooleanSupplier sameKey;

  private CallerState(
      KeyedCall call, List<String> names, Snapshot snapshot, BooleanSupplier sameKey) {
    this.call = call;
    this.names = names;
    this.snapshot = snapshot;
    this.sameKey = sameKey;
  }

  /** Keeps the state of calls. */
  static final class Keeper {
    /** Of all clients together: more would make a program run out of memory that has room for its arguments only once. */
    private static final SnapshotBudget BUDGET =
        new SnapshotBudget(Runtime.getRuntime().maxMemory() / 4);

    private final Ports ports;
    private final Keying keying;

    Keeper(Ports ports, Keying keying) {
      this.ports = ports;
      this.keying = keying;
    }

    CallerState keep(KeyedCall call) {
      List<Target.Parameter> parameters = call.target().arguments();
      Set<Integer> ignored =
          IgnoredParameters.indexes(call.target(), call.policy().key().ignore());
      List<@Nullable Object> values = new ArrayList<>(parameters.size());
      List<String> names = new ArrayList<>(parameters.size());
      for (int i = 0; i < parameters.size(); i++) {
        if (!ignored.contains(i)) {
          values.add(parameters.get(i).value());
          names.add("argument " + (i + 1) + " (" + parameters.get(i).name() + ")");
        }
      }
      return new CallerState(
          call,
          names,
          ports.canonical().snapshot(values, BUDGET),
          () -> keying.key(call.request()).fingerprint().equals(call.fingerprint()));
    }
  }

  /**
   * Puts back what an attempt changed and makes sure that the key is the one it was.
   *
   * @return why there must be no further attempt, or empty
   */
  Optional<String> restoreForRetry() {
    try {
      SortedSet<Integer> changed = snapshot.restore();
      if (sameKey.getAsBoolean()) {
        return Optional.empty();
      }
      return Optional.of(refusal(changed));
    } catch (RuntimeException e) {
      return Optional.of(refusal(Set.of()) + " (" + e.getMessage() + ")");
    }
  }

  private String refusal(Set<Integer> changed) {
    return call.name().shortName()
        + " is not tried again: the attempt changed "
        + (changed.isEmpty() ? "its arguments" : described(changed))
        + ", which cannot be put back as the caller passed it; pass an immutable value, or let the task work on a copy";
  }

  /** Puts back what the last attempt changed, and says so: a hit would not have changed it. */
  void restore() {
    try {
      SortedSet<Integer> changed = snapshot.restore();
      if (!changed.isEmpty()) {
        warn("it was put back as it was", described(changed));
      } else if (!snapshot.isComplete() && !sameKey.getAsBoolean()) {
        warn("there is too little memory to put it back", "its arguments");
      }
    } catch (RuntimeException e) {
      warn(String.valueOf(e.getMessage()), "its arguments");
    } finally {
      snapshot.release();
    }
  }

  private void warn(String what, String changed) {
    LOG.log(
        System.Logger.Level.WARNING,
        "{0} {1} changed {2}, which a hit would not do; {3}. Let the task work on a copy",
        call.fingerprint(),
        call.name().shortName(),
        changed,
        what);
  }

  private String described(Set<Integer> changed) {
    return changed.stream().map(names::get).collect(Collectors.joining(" and "));
  }
}
