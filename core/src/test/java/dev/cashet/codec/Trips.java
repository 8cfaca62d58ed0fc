package dev.cashet.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Predicate;

/** Writes and reads with the standard serializer. */
final class Trips {
  private static final Serializer CODEC = Serializers.standard();

  private Trips() {}

  static byte[] write(Object value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      CODEC.write(value, out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  static Object read(byte[] bytes) {
    return read(bytes, name -> name.startsWith("dev.cashet."));
  }

  static Object read(byte[] bytes, Predicate<String> allowed) {
    ReadContext context = new ReadContext(
        Trips.class.getClassLoader(), allowed, () -> new ByteArrayInputStream(bytes));
    try {
      return CODEC.read(new ByteArrayInputStream(bytes), context);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
