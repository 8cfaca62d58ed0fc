package dev.cashet.store;

import dev.cashet.model.CashetException;
import org.jspecify.annotations.Nullable;

/** A store could not do what it was asked; the subclasses say what the caller can do about it. */
public abstract sealed class StoreException extends CashetException
    permits BlobUnreadableException,
        StoreFailedException,
        StoreFormatException,
        StoreReadOnlyException {
  private static final long serialVersionUID = 1L;

  StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
