package dev.cashet.canonical;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Whether objects hold the same objects as before, by identity: equal ones may have been changed since. */
final class Same {
  private Same() {}

  static boolean elements(@Nullable Object[] now, @Nullable Object[] before) {
    if (now.length != before.length) {
      return false;
    }
    for (int i = 0; i < now.length; i++) {
      if (now[i] != before[i]) {
        return false;
      }
    }
    return true;
  }

  static boolean elements(Iterable<?> now, @Nullable Object[] before) {
    int i = 0;
    for (Iterator<?> at = now.iterator(); at.hasNext(); i++) {
      if (i == before.length || at.next() != before[i]) {
        return false;
      }
    }
    return i == before.length;
  }
}
