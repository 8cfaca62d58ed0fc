package dev.cashet.serializer.kryo;

import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import org.jspecify.annotations.Nullable;

/** Bytes that are not trusted: makes room for no more elements than the bytes that are left can hold. */
final class BoundedInput extends Input {
  BoundedInput(byte[] bytes) {
    super(bytes);
  }

  /** The number itself, if so many elements of at least this size can follow. */
  int room(int count, int size) {
    if (count < 0 || (long) count * size > limit - position) {
      throw new KryoException(count + " elements have no room in what is left");
    }
    return count;
  }

  /** Looks at the number of characters, for which room is made at once, before they are read. */
  @Override
  public @Nullable String readString() {
    int start = position;
    if (readVarIntFlag()) {
      int count = readVarIntFlag(true);
      if (count > 1) {
        room(count - 1, 1);
      }
    }
    position = start;
    return super.readString();
  }

  @Override
  public byte[] readBytes(int length) {
    return super.readBytes(room(length, 1));
  }

  @Override
  public boolean[] readBooleans(int length) {
    return super.readBooleans(room(length, 1));
  }

  @Override
  public short[] readShorts(int length) {
    return super.readShorts(room(length, 2));
  }

  @Override
  public char[] readChars(int length) {
    return super.readChars(room(length, 2));
  }

  @Override
  public int[] readInts(int length) {
    return super.readInts(room(length, 4));
  }

  @Override
  public int[] readInts(int length, boolean optimizePositive) {
    return super.readInts(room(length, 1), optimizePositive);
  }

  @Override
  public long[] readLongs(int length) {
    return super.readLongs(room(length, 8));
  }

  @Override
  public long[] readLongs(int length, boolean optimizePositive) {
    return super.readLongs(room(length, 1), optimizePositive);
  }

  @Override
  public float[] readFloats(int length) {
    return super.readFloats(room(length, 4));
  }

  @Override
  public double[] readDoubles(int length) {
    return super.readDoubles(room(length, 8));
  }
}
