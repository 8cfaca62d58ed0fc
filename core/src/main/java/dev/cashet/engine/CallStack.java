package dev.cashet.engine;

import dev.cashet.model.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The calls that the current thread is inside of, innermost first: a task that submits itself, directly or through
 * others, would wait for ever and is refused with the cycle.
 */
final class CallStack {
  private static final ThreadLocal<@Nullable Frame> CURRENT = new ThreadLocal<>();

  private CallStack() {}

  private record Frame(
      Fingerprint fingerprint, String name, @Nullable Frame outer) {}

  /** Refuses a call that is already running around this one. */
  static void requireNoCycle(KeyedCall call) {
    List<String> names = new ArrayList<>();
    for (Frame frame = CURRENT.get(); frame != null; frame = frame.outer()) {
      names.add(0, frame.name());
      if (frame.fingerprint().equals(call.fingerprint())) {
        names.add(call.name().shortName());
        throw new IllegalStateException(
            "a task waits for itself: " + String.join(" → ", names) + " is the same call again");
      }
    }
  }

  /** The body as it runs inside this call, on whatever thread. */
  static Callable<?> inside(KeyedCall call, Callable<?> body) {
    Frame frame = new Frame(call.fingerprint(), call.name().shortName(), CURRENT.get());
    return () -> {
      Frame before = CURRENT.get();
      CURRENT.set(frame);
      try {
        return body.call();
      } finally {
        if (before == null) {
          CURRENT.remove();
        } else {
          CURRENT.set(before);
        }
      }
    };
  }
}
