package dev.cashet;

import dev.cashet.event.ProgressListener;
import dev.cashet.identity.FunctionIdentity;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds the parts that live in other modules. */
final class Providers {
  private static volatile @Nullable FunctionIdentity identity;

  private Providers() {}

  /** What shows progress; nothing if there is nobody to show it. */
  static ProgressListener progress() {
    return ServiceLoader.load(ProgressListener.class, Cashet.class.getClassLoader())
        .findFirst()
        .orElse(progress -> {});
  }

  /** One for the program: it remembers classes, not clients. */
  static FunctionIdentity identity() {
    FunctionIdentity known = identity;
    if (known == null) {
      known = ServiceLoader.load(FunctionIdentity.class, Cashet.class.getClassLoader())
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(
              "no function identity on the class path: add dev.cashet:cashet"));
      identity = known;
    }
    return known;
  }
}
