package dev.cashet.canonical;

import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A group that is being written. Its bytes lie in the writer's buffer from {@link #start} on; frames are reused. */
final class Frame {
  private static final int[] NONE = {};

  @Nullable
  Object value;

  @Nullable
  Children children;
  /** Set when the first part of a long group has already gone into the hash. */
  @Nullable
  MessageDigest flushed;

  int start;
  /** Where the children begin. */
  int body;

  int expected;
  int seen;
  /** Children per sorted unit: 1 for a set, 2 for a map; 0 if the order counts. */
  int unit;

  int[] units = NONE;
  int unitCount;
  /** The outermost open group that something inside refers back to. */
  int lowestBack;
  /** Values inside, the group itself included. */
  long weight;

  void clear() {
    value = null;
    children = null;
    flushed = null;
    if (units.length > 1024) {
      units = NONE;
    }
  }

  void open(Object group, int at) {
    value = group;
    start = at;
    expected = 0;
    seen = 0;
    unit = 0;
    unitCount = 0;
    lowestBack = Integer.MAX_VALUE;
    weight = 1;
  }

  void beforeChild(int position) {
    if (unit > 0 && seen % unit == 0) {
      if (unitCount == units.length) {
        units = Arrays.copyOf(units, Math.max(16, units.length * 2));
      }
      units[unitCount++] = position;
    }
    seen++;
  }
}
