package dev.cashet.engine;

import dev.cashet.model.Fingerprint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The calls that the current thread is inside of, innermost first: a task that submits itself, directly or through
 * others, would wait for ever and is refused with the cycle.
 */
public final class CallStack {
  private static final ThreadLocal<@Nullable Frame> CURRENT = new ThreadLocal<>();

  private CallStack() {}

  private record Frame(
      Fingerprint fingerprint, String name, @Nullable Frame outer) {}

  /** Refuses a call that is already running around this one. */
  static void requireNoCycle(KeyedCall call) {
    for (Frame frame = CURRENT.get(); frame != null; frame = frame.outer()) {
      if (frame.fingerprint().equals(call.fingerprint())) {
        throw new IllegalStateException(
            "a task waits for itself: " + cycle(frame, call) + " is the same call again");
      }
    }
  }

  private static String cycle(Frame outermost, KeyedCall call) {
    List<String> names = new ArrayList<>();
    names.add(call.name().shortName());
    for (Frame frame = CURRENT.get(); frame != null; frame = frame.outer()) {
      names.add(frame.name());
      if (frame == outermost) {
        break;
      }
    }
    Collections.reverse(names);
    return String.join(" → ", names);
  }

  /** Whether the calling thread runs a task. */
  public static boolean isInside() {
    return CURRENT.get() != null;
  }

  /** The body as it runs on another thread, inside the same tasks as the calling one. */
  public static Runnable carry(Runnable body) {
    Frame frame = CURRENT.get();
    if (frame == null) {
      return body;
    }
    return () -> {
      Frame before = enter(frame);
      try {
        body.run();
      } finally {
        leave(before);
      }
    };
  }

  /** The calls that the current thread is inside of, outermost first. */
  static List<Abroad.Call> around() {
    List<Abroad.Call> around = new ArrayList<>();
    for (Frame frame = CURRENT.get(); frame != null; frame = frame.outer()) {
      around.add(0, new Abroad.Call(frame.fingerprint().hex(), frame.name()));
    }
    return around;
  }

  /** The body as it runs inside this call, on whatever thread. */
  static Callable<?> inside(KeyedCall call, Callable<?> body) {
    Frame frame = new Frame(call.fingerprint(), call.name().shortName(), CURRENT.get());
    return () -> {
      Frame before = enter(frame);
      try {
        return body.call();
      } finally {
        leave(before);
      }
    };
  }

  private static @Nullable Frame enter(Frame frame) {
    Frame before = CURRENT.get();
    CURRENT.set(frame);
    return before;
  }

  private static void leave(@Nullable Frame before) {
    if (before == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
  }
}
