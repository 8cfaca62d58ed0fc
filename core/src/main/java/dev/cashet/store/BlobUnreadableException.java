package dev.cashet.store;

import dev.cashet.model.Digest;
import org.jspecify.annotations.Nullable;

/** A blob is not there, or its bytes are not what they were. Submitting the call again makes it anew. */
public final class BlobUnreadableException extends StoreException {
  private static final long serialVersionUID = 1L;

  private final transient Digest digest;
  private final boolean missing;

  private BlobUnreadableException(
      String message, Digest digest, boolean missing, @Nullable Throwable cause) {
    super(message, cause);
    this.digest = digest;
    this.missing = missing;
  }

  /** The store has no blob of this digest. */
  public static BlobUnreadableException missing(Digest digest) {
    return new BlobUnreadableException(
        "blob " + digest.shortHex() + " is missing from the store", digest, true, null);
  }

  /**
   * The store has bytes for this digest, but they fail a check.
   *
   * @param found which check, and where
   */
  public static BlobUnreadableException damaged(
      Digest digest, String found, @Nullable Throwable cause) {
    return new BlobUnreadableException(
        "blob " + digest.shortHex() + " is damaged: " + found, digest, false, cause);
  }

  /** The same fault, told of the commit whose result cannot be had. */
  public BlobUnreadableException forCommit(String commitHash) {
    return new BlobUnreadableException(
        "cannot load the result of commit "
            + commitHash
            + ": "
            + getMessage()
            + "; submit the call again to compute it anew",
        digest,
        missing,
        this);
  }

  /** Which blob. */
  public Digest digest() {
    return digest;
  }

  /** Whether it is missing rather than damaged. */
  public boolean isMissing() {
    return missing;
  }
}
