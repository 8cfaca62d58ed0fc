package dev.cashet.store;

import java.io.OutputStream;

/**
 * Takes a blob's bytes as a stream. Until {@link #finish} nothing can be found in the store; closing before that leaves
 * nothing behind. For one thread.
 */
public abstract class BlobWriter extends OutputStream {
  /** For stores. */
  protected BlobWriter() {}

  /**
   * Ends the blob. When this returns, the blob can be found under its digest by everyone, and survives a crash of the
   * process (of the machine too, if the store is durable).
   *
   * @throws StoreException if it could not be kept; nothing is left behind
   */
  public abstract BlobInfo finish();

  /** Gives up the blob unless it is finished; never throws. */
  @Override
  public abstract void close();
}
