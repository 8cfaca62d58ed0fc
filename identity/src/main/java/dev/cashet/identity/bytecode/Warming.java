package dev.cashet.identity.bytecode;

import dev.cashet.model.Invocation;
import java.io.Serializable;
import java.util.List;

/** Does to a function of its own what will be done to the user's, so that the classes for it are loaded by then. */
final class Warming {
  /** What a lambda is made for. */
  @FunctionalInterface
  private interface Call extends Serializable {
    Object call();
  }

  private static int sample(int x) {
    return x;
  }

  private Warming() {}

  /** Loads what finds the code of a function object. */
  static void resolve() {
    Call call = () -> sample(1);
    try {
      new Resolver().resolve(new Invocation(call, List.of(), call::call));
    } catch (RuntimeException e) {
      // nothing depends on it
    }
  }

  /** Loads what reads code. */
  static void encode() {
    String name = "dev/cashet/identity/bytecode/Node";
    ClassFiles.read(Warming.class.getClassLoader(), name).map(UserClass::of).ifPresent(file -> {
      ClassForm form = ClassForm.of(file);
      form.shape();
      form.method("hashCode()I");
      form.initialiser();
    });
  }
}
