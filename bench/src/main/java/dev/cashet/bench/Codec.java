package dev.cashet.bench;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.cashet.codec.ReadContext;
import dev.cashet.codec.Serializer;
import dev.cashet.codec.Serializers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.apache.fory.Fory;

/** A way from a value to bytes and back. */
interface Codec {
  byte[] encode(Object value) throws Exception;

  Object decode(byte[] bytes) throws Exception;

  /** By name: serializers of cashet, and what other libraries do by themselves, without any guard. */
  static Codec named(String name) {
    return switch (name) {
      case "standard" -> of(Serializers.standard());
      case "json" -> of(Serializers.json());
      case "messagepack" -> of(Serializers.messagePack());
      case "kryo" -> of(Serializers.kryo());
      case "fory" -> of(Serializers.fory());
      case "rawJava" -> new RawJava();
      case "rawKryo" -> new RawKryo();
      case "rawFory" -> new RawFory();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Codec of(Serializer serializer) {
    return new Codec() {
      @Override
      public byte[] encode(Object value) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // Beside the stream its classes are told, which nobody needs here.
        return serializer.write(value, out) == null ? new byte[0] : out.toByteArray();
      }

      @Override
      public Object decode(byte[] bytes) throws Exception {
        ReadContext context = new ReadContext(
            Codec.class.getClassLoader(), name -> true, () -> new ByteArrayInputStream(bytes));
        return serializer.read(new ByteArrayInputStream(bytes), context);
      }
    };
  }

  /** Java serialization without a filter. */
  final class RawJava implements Codec {
    @Override
    public byte[] encode(Object value) throws Exception {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (ObjectOutputStream stream = new ObjectOutputStream(out)) {
        stream.writeObject(value);
      }
      return out.toByteArray();
    }

    @Override
    public Object decode(byte[] bytes) throws Exception {
      try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
        return stream.readObject();
      }
    }
  }

  /** Kryo with classes by name. */
  final class RawKryo implements Codec {
    private final Kryo kryo = new Kryo();

    RawKryo() {
      kryo.setRegistrationRequired(false);
      kryo.setReferences(true);
    }

    @Override
    public byte[] encode(Object value) {
      Output output = new Output(4096, -1);
      kryo.writeClassAndObject(output, value);
      return output.toBytes();
    }

    @Override
    public Object decode(byte[] bytes) {
      return kryo.readClassAndObject(new Input(bytes));
    }
  }

  /** Fory with classes by name, and code made at run time. */
  final class RawFory implements Codec {
    private final Fory fory = Fory.builder()
        .withXlang(false)
        .withRefTracking(true)
        .requireClassRegistration(false)
        .suppressClassRegistrationWarnings(true)
        .build();

    @Override
    public byte[] encode(Object value) {
      return fory.serialize(value);
    }

    @Override
    public Object decode(byte[] bytes) {
      return fory.deserialize(bytes);
    }
  }
}
