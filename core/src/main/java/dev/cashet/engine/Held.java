package dev.cashet.engine;

import dev.cashet.model.Fingerprint;
import dev.cashet.store.Entry;
import dev.cashet.store.SmallObject;
import org.jspecify.annotations.Nullable;

/**
 * A commit kept in the heap, with its result's bytes or its value once that has been loaded. The value is shared by all
 * callers, so it is one that nobody can change.
 */
final class Held {
  /** What a commit costs besides its result, roughly: its own objects and the table's. */
  private static final int COMMIT_BYTES = 2_048;

  /** How much larger a value is than its bytes, roughly. */
  private static final int VALUE_FACTOR = 4;

  private final Entry entry;
  private volatile long generation;
  private volatile @Nullable Contents contents;
  private boolean used = true;

  Held(Entry entry, long generation) {
    this.entry = entry;
    this.generation = generation;
    entry.small().ifPresent(small -> contents = new Contents(small, null));
  }

  /**
   * What is kept of the result.
   *
   * @param bytes as they were serialised; null if a value is kept instead
   * @param value the value and who may have it; null if bytes are kept
   */
  record Contents(@Nullable SmallObject bytes, @Nullable Shared value) {}

  /**
   * A value that nobody can change.
   *
   * @param value may be null
   * @param loader found its classes: with another loader it would be of other classes
   */
  record Shared(@Nullable Object value, ClassLoader loader) {}

  Fingerprint fingerprint() {
    return entry.commit().call().fingerprint();
  }

  Entry entry() {
    return entry;
  }

  long generation() {
    return generation;
  }

  /** It is still the newest at this later generation. */
  void confirm(long later) {
    generation = later;
  }

  /** Null if nothing of the result is in the heap. */
  @Nullable
  Contents contents() {
    return contents;
  }

  void keep(Contents more) {
    contents = more;
  }

  /** Bytes in the heap, roughly. */
  long weight() {
    return weightWith(contents);
  }

  long weightWith(@Nullable Contents kept) {
    if (kept == null) {
      return COMMIT_BYTES;
    }
    return COMMIT_BYTES
        + (kept.bytes() != null
            ? kept.bytes().bytes().length
            : VALUE_FACTOR * entry.commit().output().orElseThrow().sizeBytes());
  }

  /** Whether it was asked for since the last question of this kind. */
  boolean wasUsed() {
    boolean was = used;
    used = false;
    return was;
  }

  void use() {
    // Not written when it stands already: readers on other cores keep their copy of the line.
    if (!used) {
      used = true;
    }
  }
}
