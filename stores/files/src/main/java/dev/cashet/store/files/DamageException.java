package dev.cashet.store.files;

import java.io.IOException;

/** A file's bytes fail a check; becomes the store's own exception where the blob's digest is known. */
final class DamageException extends IOException {
  private static final long serialVersionUID = 1L;

  DamageException(String found) {
    super(found);
  }
}
