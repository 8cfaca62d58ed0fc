package dev.cashet.codec;

import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Guards hash tables against elements that all have one hash code, which a few bytes can ask for and which would take
 * the square of their number. Checked before writing as well, so that nothing is stored that is refused later.
 */
final class HashCodes {
  private static final int FEW = 1000;
  private static final int MOST_EQUAL = 500;

  private HashCodes() {}

  /** Whether the elements spread well enough; those that are comparable need not, since tables sort them. */
  static boolean spread(Collection<?> elements) {
    if (elements.size() <= FEW) {
      return true;
    }
    int[] codes = new int[elements.size()];
    int count = 0;
    for (Object element : elements) {
      if (!isSorted(element) && count < codes.length) {
        codes[count++] = element == null ? 0 : element.hashCode();
      }
    }
    Arrays.sort(codes, 0, count);
    for (int i = MOST_EQUAL; i < count; i++) {
      if (codes[i] == codes[i - MOST_EQUAL]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSorted(@Nullable Object element) {
    return element instanceof Comparable<?>;
  }
}
