package dev.cashet.serializer.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.Registration;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.util.DefaultClassResolver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Kryo that knows what a plain tree is made of and nothing else: no class by name, no references. */
final class PlainKryo {
  /** Deeper than the deepest plain tree: parts within parts, and what a part is made of. */
  private static final int MAX_DEPTH = 1100;

  private PlainKryo() {}

  static Kryo create() {
    Kryo kryo = new Kryo(new NoNames(), null);
    kryo.setRegistrationRequired(true);
    kryo.setReferences(false);
    kryo.setMaxDepth(MAX_DEPTH);
    kryo.setClassLoader(PlainKryo.class.getClassLoader());
    // After Kryo's own: int, String, float, boolean, byte, char, short, long, double, void. The
    // order is the format's.
    kryo.register(Object[].class, new Node());
    kryo.register(boolean[].class, new Booleans());
    for (Class<?> array : List.of(
        byte[].class,
        short[].class,
        char[].class,
        int[].class,
        long[].class,
        float[].class,
        double[].class)) {
      kryo.register(array);
    }
    return kryo;
  }

  /** Refuses a class that is given by its name before it is looked for. */
  private static final class NoNames extends DefaultClassResolver {
    @Override
    protected Registration readName(Input input) {
      throw new KryoException("a class is given by its name");
    }
  }

  /** Kryo's own makes room before it looks at what is left. */
  private static final class Booleans extends Serializer<boolean[]> {
    @Override
    public void write(Kryo kryo, Output output, boolean[] array) {
      output.writeVarInt(array.length, true);
      output.writeBooleans(array, 0, array.length);
    }

    @Override
    public boolean[] read(Kryo kryo, Input input, Class<? extends boolean[]> type) {
      return input.readBooleans(input.readVarInt(true));
    }
  }

  /** The number of parts, and each with its class. */
  private static final class Node extends Serializer<@Nullable Object[]> {
    @Override
    public void write(Kryo kryo, Output output, @Nullable Object[] parts) {
      output.writeVarInt(parts.length, true);
      for (Object part : parts) {
        kryo.writeClassAndObject(output, part);
      }
    }

    @Override
    public @Nullable Object[] read(
        Kryo kryo, Input input, Class<? extends @Nullable Object[]> type) {
      int length = ((BoundedInput) input).room(input.readVarInt(true), 1);
      @Nullable Object[] parts = new @Nullable Object[length];
      for (int i = 0; i < length; i++) {
        parts[i] = kryo.readClassAndObject(input);
      }
      return parts;
    }
  }
}
