package dev.cashet.codec;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Descriptions of classes that were read lately, by their bytes: most results are of a few classes, and reading the names
 * of a class and its fields costs more than reading the fields. A table of fixed size, where the last one wins.
 */
final class KnownClasses {
  private static final int SLOTS = 256;
  private static final int LONGEST = 2048;
  private static final AtomicReferenceArray<@Nullable Known> TABLE =
      new AtomicReferenceArray<>(SLOTS);

  /** Its fields never change. */
  private static final class Known {
    private final byte[] bytes;
    private final WireClass type;

    Known(byte[] bytes, WireClass type) {
      this.bytes = bytes;
      this.type = type;
    }
  }

  private KnownClasses() {}

  static int slot(Source in) {
    int hash = in.peek();
    return (hash ^ hash >>> 16 ^ hash >>> 8) & (SLOTS - 1);
  }

  /** The class that comes next, and what describes it is taken; null if it is not known. */
  static @Nullable WireClass match(int slot, Source in) {
    Known known = TABLE.get(slot);
    return known != null && in.take(known.bytes) ? known.type : null;
  }

  static void keep(int slot, WireClass type, byte[] bytes) {
    if (bytes.length > 0 && bytes.length <= LONGEST) {
      TABLE.set(slot, new Known(bytes, type));
    }
  }
}
