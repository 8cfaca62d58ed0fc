package dev.cashet;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The client whose task the calling thread runs. */
final class Current {
  private static final ThreadLocal<@Nullable Cashet> CLIENT = new ThreadLocal<>();

  private Current() {}

  static @Nullable Cashet client() {
    return CLIENT.get();
  }

  static <T> T call(Cashet client, Callable<T> work) throws Exception {
    Cashet before = CLIENT.get();
    CLIENT.set(client);
    try {
      return work.call();
    } finally {
      if (before == null) {
        CLIENT.remove();
      } else {
        CLIENT.set(before);
      }
    }
  }
}
