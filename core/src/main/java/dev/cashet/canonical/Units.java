package dev.cashet.canonical;

import java.util.Arrays;

/** Puts the elements of an unordered group in the order of their bytes. */
final class Units {
  private Units() {}

  static void sort(Bytes bytes, Frame frame) {
    int count = frame.unitCount;
    int[] starts = frame.units;
    int end = bytes.size();
    byte[] data = bytes.array();
    Integer[] order = new Integer[count];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) -> Arrays.compareUnsigned(
            data,
            starts[a],
            end(starts, a, count, end),
            data,
            starts[b],
            end(starts, b, count, end)));
    byte[] sorted = new byte[end - frame.body];
    int at = 0;
    for (int unit : order) {
      int length = end(starts, unit, count, end) - starts[unit];
      System.arraycopy(data, starts[unit], sorted, at, length);
      at += length;
    }
    System.arraycopy(sorted, 0, data, frame.body, sorted.length);
  }

  private static int end(int[] starts, int unit, int count, int end) {
    return unit + 1 == count ? end : starts[unit + 1];
  }
}
