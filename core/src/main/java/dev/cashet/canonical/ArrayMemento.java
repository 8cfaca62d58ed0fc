package dev.cashet.canonical;

import java.lang.reflect.Array;
import java.util.Arrays;

/** The elements of an array; objects by identity. */
final class ArrayMemento implements Memento {
  private final Object array;
  private final Object before;
  private final int length;

  ArrayMemento(Object array) {
    this.array = array;
    length = Array.getLength(array);
    before = Array.newInstance(array.getClass().getComponentType(), length);
    System.arraycopy(array, 0, before, 0, length);
  }

  @Override
  public boolean hasChanged() {
    if (array instanceof double[] now) {
      return !Arrays.equals(now, (double[]) before);
    }
    if (array instanceof byte[] now) {
      return !Arrays.equals(now, (byte[]) before);
    }
    if (array instanceof int[] now) {
      return !Arrays.equals(now, (int[]) before);
    }
    if (array instanceof long[] now) {
      return !Arrays.equals(now, (long[]) before);
    }
    if (array instanceof float[] now) {
      return !Arrays.equals(now, (float[]) before);
    }
    if (array instanceof char[] now) {
      return !Arrays.equals(now, (char[]) before);
    }
    if (array instanceof short[] now) {
      return !Arrays.equals(now, (short[]) before);
    }
    if (array instanceof boolean[] now) {
      return !Arrays.equals(now, (boolean[]) before);
    }
    return !Same.elements((Object[]) array, (Object[]) before);
  }

  @Override
  public void restore() {
    System.arraycopy(before, 0, array, 0, length);
  }
}
