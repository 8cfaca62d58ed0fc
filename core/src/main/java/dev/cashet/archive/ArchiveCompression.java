package dev.cashet.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A compression of archives beyond those of the platform; found by {@link java.util.ServiceLoader}. */
public interface ArchiveCompression {
  /** The end of the names of files that it makes, for example {@code .zst}. */
  String suffix();

  /** The first bytes of what it makes, in hexadecimal. */
  String magic();

  /**
   * Compresses what is written.
   *
   * @throws IOException from {@code out}
   */
  OutputStream compress(OutputStream out) throws IOException;

  /**
   * Gives back what was compressed.
   *
   * @throws IOException from {@code in}, or if it holds something else
   */
  InputStream expand(InputStream in) throws IOException;
}
