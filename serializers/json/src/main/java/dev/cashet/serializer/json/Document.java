package dev.cashet.serializer.json;

import dev.cashet.codec.ReadContext;
import dev.cashet.codec.UnreadableResultException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * One document: the type, how sets and maps are made, the fields of every class in it, and the value. The classes are asked
 * for and compared before the value is looked at.
 */
final class Document {
  private final Map<Containers, JsonMapper> mappers = new EnumMap<>(Containers.class);
  private final JsonMapper first;

  Document() {
    for (Containers containers : Containers.values()) {
      mappers.put(containers, Mappers.create(containers));
    }
    first = mapper(Containers.HASHED);
  }

  private JsonMapper mapper(Containers containers) {
    return java.util.Objects.requireNonNull(mappers.get(containers));
  }

  JavaType type(Type declared) {
    return first.getTypeFactory().constructType(declared);
  }

  JavaType inferred(@Nullable Object value) {
    return new Inference(first.getTypeFactory()).of(value);
  }

  void write(
      @Nullable Object value,
      JavaType type,
      Containers containers,
      Map<String, List<String>> shapes,
      Set<String> classNames,
      OutputStream out) {
    JsonMapper mapper = mapper(containers);
    Map<String, List<String>> classes = new TreeMap<>(shapes);
    classNames.forEach(name -> classes.putIfAbsent(name, List.of()));
    try (JsonGenerator to = mapper.createGenerator(out)) {
      to.writeStartObject();
      to.writeStringProperty("type", TypeText.of(type));
      to.writeStringProperty("containers", containers.label());
      to.writeName("classes");
      to.writeStartObject();
      classes.forEach((name, fields) -> {
        to.writeName(name);
        to.writeStartArray();
        fields.forEach(to::writeString);
        to.writeEndArray();
      });
      to.writeEndObject();
      to.writeName("value");
      if (value == null) {
        to.writeNull();
      } else {
        mapper.writerFor(type).writeValue(to, value);
      }
      to.writeEndObject();
    }
  }

  /** What was written just now, with the type that it was written with. */
  @Nullable
  Object readBack(byte[] bytes, JavaType type, Containers containers) {
    JsonMapper mapper = mapper(containers);
    try (JsonParser from = mapper.createParser(bytes)) {
      while (from.nextToken() != JsonToken.PROPERTY_NAME || !from.currentName().equals("value")) {
        if (from.currentToken() == JsonToken.PROPERTY_NAME) {
          from.nextToken();
          from.skipChildren();
        }
      }
      from.nextToken();
      return mapper.readerFor(type).readValue(from);
    }
  }

  @Nullable
  Object read(byte[] bytes, ReadContext context) {
    try (JsonParser from = first.createParser(bytes)) {
      expect(from.nextToken(), JsonToken.START_OBJECT);
      String type = text(from, "type");
      Containers containers = containers(text(from, "containers"));
      Classes classes = new Classes(context);
      classes.check(from);
      JsonMapper mapper = mapper(containers);
      JavaType known = TypeText.parse(type, classes::byName, mapper.getTypeFactory());
      property(from, "value");
      Object value = mapper
          .readerFor(known)
          .withAttribute(Permission.key(), new Permission(classes::contains))
          .readValue(from);
      expect(from.nextToken(), JsonToken.END_OBJECT);
      if (from.nextToken() != null) {
        throw malformed("something follows the document");
      }
      return value;
    }
  }

  static UnreadableResultException malformed(String what) {
    return new UnreadableResultException("cannot read a stored result: " + what, null);
  }

  static void expect(@Nullable JsonToken found, JsonToken wanted) {
    if (found != wanted) {
      throw malformed("there is " + found + " where " + wanted + " must be");
    }
  }

  /** Goes to the value of the next property, which must have this name. */
  static void property(JsonParser from, String name) {
    expect(from.nextToken(), JsonToken.PROPERTY_NAME);
    if (!from.currentName().equals(name)) {
      throw malformed("there is '" + from.currentName() + "' where '" + name + "' must be");
    }
    from.nextToken();
  }

  private static String text(JsonParser from, String name) {
    property(from, name);
    expect(from.currentToken(), JsonToken.VALUE_STRING);
    return from.getString();
  }

  private static Containers containers(String label) {
    for (Containers containers : Containers.values()) {
      if (containers.label().equals(label)) {
        return containers;
      }
    }
    throw malformed("its containers are '" + label + "'");
  }
}
