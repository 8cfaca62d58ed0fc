package dev.cashet.codec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A file that is a result or a part of one: its bytes are stored with the result. */
public interface FileResult {
  /** Where it lies; relative paths are kept relative. */
  Path path();

  /**
   * The bytes, from the first one on; the caller closes the stream.
   *
   * @throws IOException if they cannot be read
   */
  InputStream open() throws IOException;

  /** Whether its owner may execute it. */
  boolean isExecutable();
}
