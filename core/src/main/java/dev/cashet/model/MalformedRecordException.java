package dev.cashet.model;

import org.jspecify.annotations.Nullable;

/** Bytes that claim to be a commit or a function record but are not; whoever read them decides what that means. */
public final class MalformedRecordException extends CashetException {
  private static final long serialVersionUID = 1L;

  MalformedRecordException(String what, String found, @Nullable Throwable cause) {
    super("cannot read " + what + ": " + found, cause);
  }
}
