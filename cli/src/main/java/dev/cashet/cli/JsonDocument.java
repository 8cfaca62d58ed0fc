package dev.cashet.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.cashet.codec.ValueTree;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** A result of the codec {@code json/1} (docs/format/json.md) as a tree: its value, without its classes. */
final class JsonDocument {
  static final String CODEC = "json/1";

  private static final JsonFactory FACTORY = JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder()
          .maxNestingDepth(1100)
          .maxStringLength(Integer.MAX_VALUE)
          .maxNumberLength(Integer.MAX_VALUE)
          .build())
      .build();

  private JsonDocument() {}

  static ValueTree read(InputStream in) throws IOException {
    try (JsonParser from = FACTORY.createParser(in)) {
      String type = "";
      from.nextToken();
      while (from.nextToken() == JsonToken.FIELD_NAME) {
        String name = from.currentName();
        from.nextToken();
        if (name.equals("value")) {
          return whole(from, type);
        }
        if (name.equals("type")) {
          type = from.getText();
        }
        from.skipChildren();
      }
      throw new CommandFailure("cannot print a result: it is no document of the codec " + CODEC);
    } catch (JsonParseException e) {
      throw new CommandFailure(
          "cannot print a result: it is not well-formed JSON: " + e.getOriginalMessage());
    }
  }

  /** A text is one by its type alone: dates and names of enums are written as texts too. */
  private static ValueTree whole(JsonParser from, String type) throws IOException {
    if (from.currentToken() != JsonToken.VALUE_STRING) {
      return value(from);
    }
    return type.equals("byte[]")
        ? new ValueTree.Numbers(from.getBinaryValue())
        : new ValueTree.Simple(type, from.getText());
  }

  private static ValueTree value(JsonParser from) throws IOException {
    return switch (from.currentToken()) {
      case VALUE_NULL -> new ValueTree.Nothing();
      case VALUE_TRUE -> new ValueTree.Simple("boolean", true);
      case VALUE_FALSE -> new ValueTree.Simple("boolean", false);
      case VALUE_STRING -> new ValueTree.Simple("java.lang.String", from.getText());
      case VALUE_NUMBER_INT ->
        new ValueTree.Simple("java.math.BigInteger", from.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT ->
        new ValueTree.Simple("java.math.BigDecimal", from.getDecimalValue());
      case START_ARRAY -> {
        List<ValueTree> elements = new ArrayList<>();
        while (from.nextToken() != JsonToken.END_ARRAY) {
          elements.add(value(from));
        }
        yield new ValueTree.Sequence("list", -1, elements);
      }
      case START_OBJECT -> {
        List<ValueTree.Pair> entries = new ArrayList<>();
        while (from.nextToken() == JsonToken.FIELD_NAME) {
          ValueTree key = new ValueTree.Simple("java.lang.String", from.currentName());
          from.nextToken();
          entries.add(new ValueTree.Pair(key, value(from)));
        }
        yield new ValueTree.Mapping("map", -1, entries);
      }
      default -> throw new CommandFailure("cannot print a result: it is not well-formed JSON");
    };
  }
}
