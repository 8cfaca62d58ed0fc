package dev.cashet.identity.bytecode;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.lang.invoke.SerializedLambda;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the serialised form of a lambda or method reference without opening its package: serialisation calls the hidden
 * class's {@code writeReplace} with the platform's own rights, and the first replaced object is what we want. Nothing is
 * written. Only for hidden classes: on other objects it would run the user's own {@code writeReplace}.
 */
final class LambdaTap extends ObjectOutputStream {
  private @Nullable SerializedLambda caught;

  private LambdaTap() throws IOException {
    super(OutputStream.nullOutputStream());
    enableReplaceObject(true);
  }

  /** The serialised form, empty if the object has none. */
  static Optional<SerializedLambda> read(Object hidden) {
    try {
      LambdaTap tap = new LambdaTap();
      tap.writeObject(hidden);
      return Optional.ofNullable(tap.caught);
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  @Override
  protected @Nullable Object replaceObject(Object object) {
    if (caught == null && object instanceof SerializedLambda form) {
      caught = form;
    }
    return null;
  }
}
