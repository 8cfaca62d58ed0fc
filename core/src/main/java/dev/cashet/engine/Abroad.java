package dev.cashet.engine;

import dev.cashet.executor.Home;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The client of a task in another process, and the calls around the task where it was submitted: all of them wait for it,
 * so it must not wait for one of them.
 *
 * @param home the client
 * @param around the calls, outermost first, the task's own last
 */
record Abroad(Home home, ArrayList<Call> around) implements Home {
  private static final long serialVersionUID = 1L;

  /** What a task starts threads for is a part of it. */
  private static final ThreadLocal<@Nullable Abroad> CURRENT = new InheritableThreadLocal<>();

  /**
   * A call that waits.
   *
   * @param fingerprint its key
   * @param name for people
   */
  record Call(String fingerprint, String name) implements Serializable {
    private static final long serialVersionUID = 1L;

    static Call of(KeyedCall call) {
      return new Call(call.fingerprint().hex(), call.name().shortName());
    }
  }

  /** What the task of this call takes along from this thread. */
  static Abroad of(Home home, KeyedCall call) {
    ArrayList<Call> around = new ArrayList<>();
    Abroad here = CURRENT.get();
    if (here != null) {
      around.addAll(here.around());
    }
    around.addAll(CallStack.around());
    around.add(Call.of(call));
    return new Abroad(home, around);
  }

  /** Refuses a call that waits for this process to come to an end. */
  static void requireNoCycle(KeyedCall call) {
    Abroad here = CURRENT.get();
    if (here == null) {
      return;
    }
    Call wanted = Call.of(call);
    List<Call> circle = new ArrayList<>(here.around());
    circle.addAll(CallStack.around());
    circle.add(wanted);
    for (int i = 0; i < here.around().size(); i++) {
      if (here.around().get(i).fingerprint().equals(wanted.fingerprint())) {
        String names = circle.stream().skip(i).map(Call::name).collect(Collectors.joining(" → "));
        throw new IllegalStateException(
            "a task waits for itself: " + names + " is the same call again");
      }
    }
  }

  @Override
  public <T> T call(Callable<T> work) throws Exception {
    Abroad before = CURRENT.get();
    CURRENT.set(this);
    try {
      return home.call(work);
    } finally {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }
}
