package dev.cashet.codec;

import dev.cashet.model.Digest;
import dev.cashet.model.StoredValue;

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
}
