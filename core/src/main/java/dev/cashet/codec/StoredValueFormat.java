package dev.cashet.codec;

import dev.cashet.model.Digest;
import dev.cashet.model.StoredValue;
import java.nio.file.Path;

/** How a reference to a stored result that is part of another result is kept and comes back. Safe for many threads. */
public interface StoredValueFormat {
  /** What is needed besides the blob's digest to make the reference again: short text, the same for equal references. */
  String describe(StoredValue value);

  /**
   * The reference again.
   *
   * @param blob the digest of the result's blob
   * @param description what {@link #describe} gave; not trusted
   * @throws UnreadableResultException if it is not such a text
   */
  StoredValue restore(Digest blob, String description);

  /** A file that was part of a result, as the value that its readers get. */
  default Object file(StoredFile file) {
    return file;
  }

  /** Why a file at this path is neither captured nor put back, with the way out; empty if it is. */
  default String fileProblem(Path path) {
    return "";
  }
}
