package dev.cashet.serializer.json;

import dev.cashet.codec.ReadContext;
import dev.cashet.codec.Serializer;
import dev.cashet.codec.Serializers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** Values there and back. */
final class Trips {
  private static final Serializer JSON = Serializers.json();

  private Trips() {}

  static String write(Object value) throws IOException {
    return write(value, Object.class);
  }

  static String write(Object value, Type declared) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JSON.write(value, declared, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  static Object read(String document) throws IOException {
    return read(document, name -> name.startsWith("dev.cashet.serializer.json."));
  }

  static Object read(String document, Predicate<String> allowed) throws IOException {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    ReadContext context = new ReadContext(
        Trips.class.getClassLoader(), allowed, () -> new ByteArrayInputStream(bytes));
    return JSON.read(new ByteArrayInputStream(bytes), context);
  }

  static Object back(Object value) throws IOException {
    return read(write(value));
  }
}
