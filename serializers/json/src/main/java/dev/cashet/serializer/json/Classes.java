package dev.cashet.serializer.json;

import dev.cashet.codec.ReadContext;
import dev.cashet.codec.RoundTrip;
import dev.cashet.codec.UnreadableResultException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The user's classes that a document says it is made of: each allowed, there, and of the fields that it had then. */
final class Classes {
  private final ReadContext context;
  private final Map<String, Class<?>> known = new HashMap<>();

  Classes(ReadContext context) {
    this.context = context;
  }

  boolean contains(String name) {
    return known.containsKey(name);
  }

  void check(JsonParser from) {
    Document.property(from, "classes");
    Document.expect(from.currentToken(), JsonToken.START_OBJECT);
    while (from.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = from.currentName();
      Document.expect(from.nextToken(), JsonToken.START_ARRAY);
      List<String> fields = new ArrayList<>();
      while (from.nextToken() == JsonToken.VALUE_STRING) {
        fields.add(from.getString());
      }
      Document.expect(from.currentToken(), JsonToken.END_ARRAY);
      check(name, fields);
    }
    Document.expect(from.currentToken(), JsonToken.END_OBJECT);
  }

  private void check(String name, List<String> fields) {
    new Permission(context.allowed()).require(name);
    Class<?> type = load(name);
    if (PlatformTypes.owns(type)) {
      throw Document.malformed("its class " + name + " is none of the user's");
    }
    List<String> here = RoundTrip.shape(type);
    if (!here.equals(fields)) {
      throw Document.malformed(
          "its class " + name + " had the fields " + fields + " and has now " + here);
    }
    known.put(name, type);
  }

  /** A class that the document's type names: one of these, or the platform's that are data. */
  Class<?> byName(String name) {
    Class<?> primitive = primitive(name);
    if (primitive != null) {
      return primitive;
    }
    Class<?> listed = known.get(name);
    if (listed != null) {
      return listed;
    }
    if (!PlatformTypes.isData(name)) {
      // What is declared may be an interface or a superclass of what is there.
      new Permission(context.allowed()).require(name);
    }
    return load(name);
  }

  private static @org.jspecify.annotations.Nullable Class<?> primitive(String name) {
    return switch (name) {
      case "boolean" -> boolean.class;
      case "byte" -> byte.class;
      case "short" -> short.class;
      case "char" -> char.class;
      case "int" -> int.class;
      case "long" -> long.class;
      case "float" -> float.class;
      case "double" -> double.class;
      default -> null;
    };
  }

  private Class<?> load(String name) {
    try {
      return Class.forName(name, false, context.loader());
    } catch (ClassNotFoundException | LinkageError e) {
      throw new UnreadableResultException(
          "cannot read a stored result: its class " + name + " is not there", e);
    }
  }
}
