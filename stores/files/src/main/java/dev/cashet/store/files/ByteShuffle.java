package dev.cashet.store.files;

/**
 * Puts the first bytes of all elements together, then the second bytes, and so on: numbers of similar size then compress
 * well. The bytes after the last whole element stay at the end.
 */
final class ByteShuffle {
  private ByteShuffle() {}

  /** From {@code source[from…]} to the start of {@code target}. */
  static void shuffle(byte[] source, int from, int length, int width, byte[] target) {
    int elements = length / width;
    for (int plane = 0; plane < width; plane++) {
      int at = plane * elements;
      int next = from + plane;
      for (int i = 0; i < elements; i++, next += width) {
        target[at + i] = source[next];
      }
    }
    int whole = elements * width;
    System.arraycopy(source, from + whole, target, whole, length - whole);
  }

  /** The inverse, from the start of {@code source} to the start of {@code target}. */
  static void restore(byte[] source, int length, int width, byte[] target) {
    int elements = length / width;
    for (int plane = 0; plane < width; plane++) {
      int at = plane * elements;
      int next = plane;
      for (int i = 0; i < elements; i++, next += width) {
        target[next] = source[at + i];
      }
    }
    int whole = elements * width;
    System.arraycopy(source, whole, target, whole, length - whole);
  }
}
