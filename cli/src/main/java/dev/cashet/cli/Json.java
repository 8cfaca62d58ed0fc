package dev.cashet.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.util.Optional;

/** One JSON document on standard output, with a line end. */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** Writes the document. */
  interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  static void print(Output output, Body body) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(output.out())) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      body.write(json);
    }
    output.line("");
  }

  /** One JSON document on one line. */
  static void printLine(Output output, Body body) throws IOException {
    try (JsonGenerator json = FACTORY.createGenerator(output.out())) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      body.write(json);
    }
    output.line("");
  }

  /** A text, or null where there is none. */
  static void text(JsonGenerator json, String field, Optional<String> text) throws IOException {
    if (text.isPresent()) {
      json.writeStringField(field, text.get());
    } else {
      json.writeNullField(field);
    }
  }
}
