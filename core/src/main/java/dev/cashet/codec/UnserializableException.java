package dev.cashet.codec;

import dev.cashet.model.CashetException;
import org.jspecify.annotations.Nullable;

/** A task returned something that cannot be kept: the message names the path in the result, the class and the ways out. */
public final class UnserializableException extends CashetException {
  private static final long serialVersionUID = 1L;

  /**
   * What cannot be kept and why.
   *
   * @param path where in the result, for example {@code result.rows[3].source}
   * @param className the class found there
   * @param reason why it cannot be kept, and what to do
   * @param cause what led to it, or null
   */
  public UnserializableException(
      String path, String className, String reason, @Nullable Throwable cause) {
    super("cannot store " + path + " (" + className + "): " + reason, cause);
  }
}
