package dev.cashet.serializer.json;

import dev.cashet.codec.UnreadableResultException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.type.TypeFactory;

/** A type as text, as Java writes it but with the names that {@link Class#getName} gives. */
final class TypeText {
  private static final int MAX_LENGTH = 10_000;
  private static final int MAX_DEPTH = 50;

  private final String text;
  private final Function<String, Class<?>> classes;
  private final TypeFactory types;
  private int at;

  private TypeText(String text, Function<String, Class<?>> classes, TypeFactory types) {
    this.text = text;
    this.classes = classes;
    this.types = types;
  }

  static String of(JavaType type) {
    if (type.isArrayType()) {
      return of(type.getContentType()) + "[]";
    }
    StringBuilder text = new StringBuilder(type.getRawClass().getName());
    for (int i = 0; i < type.containedTypeCount(); i++) {
      text.append(i == 0 ? "<" : ",").append(of(type.containedType(i)));
    }
    return text.append(type.containedTypeCount() == 0 ? "" : ">").toString();
  }

  /**
   * The type of a text that is not trusted.
   *
   * @param classes finds a class by name, or refuses
   */
  static JavaType parse(String text, Function<String, Class<?>> classes, TypeFactory types) {
    if (text.length() > MAX_LENGTH) {
      throw malformed("its type is too long");
    }
    TypeText parser = new TypeText(text, classes, types);
    JavaType type = parser.type(0);
    if (parser.at != text.length()) {
      throw malformed("its type goes on after its end");
    }
    return type;
  }

  private static UnreadableResultException malformed(String what) {
    return new UnreadableResultException("cannot read a stored result: " + what, null);
  }

  private JavaType type(int depth) {
    if (depth > MAX_DEPTH) {
      throw malformed("its type is nested too deep");
    }
    int start = at;
    while (at < text.length() && "<>,[]".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    Class<?> raw = classes.apply(text.substring(start, at));
    List<JavaType> arguments = new ArrayList<>();
    if (take("<")) {
      do {
        arguments.add(type(depth + 1));
      } while (take(","));
      if (!take(">")) {
        throw malformed("its type does not end");
      }
    }
    JavaType type = arguments.isEmpty()
        ? types.constructType(raw)
        : types.constructParametricType(raw, arguments.toArray(new JavaType[0]));
    for (int dimensions = 0; take("[]"); dimensions++) {
      if (dimensions > MAX_DEPTH) {
        throw malformed("its type is nested too deep");
      }
      type = types.constructArrayType(type);
    }
    return type;
  }

  private boolean take(String token) {
    boolean there = text.startsWith(token, at);
    at += there ? token.length() : 0;
    return there;
  }
}
