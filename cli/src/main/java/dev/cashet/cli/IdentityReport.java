package dev.cashet.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cashet.identity.KeyDifference;
import dev.cashet.model.Digest;
import dev.cashet.model.Finding;
import dev.cashet.model.FunctionRecord;
import dev.cashet.model.KeyTree;
import dev.cashet.model.KeyTree.Part;
import dev.cashet.model.Library;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A function's identity for people and as JSON; the field names are fixed (docs/cli-identity.md). */
final class IdentityReport {
  /** Differences that people are shown; JSON has all. */
  private static final int SHOWN = 10;

  private IdentityReport() {}

  static void print(Output output, FunctionRecord record) throws IOException {
    if (output.isJson()) {
      Json.print(output, json -> write(json, record));
      return;
    }
    field(output, "function", Colors.strong(output, record.name().qualifiedName()));
    field(output, "hash", Colors.hash(output, record.digest().hex()));
    for (Part part : record.key().parts()) {
      if (part.kind() != KeyTree.Kind.LIBRARY) {
        field(
            output,
            "part",
            Colors.faint(output, part.digest().shortHex()) + "  "
                + String.format(Locale.ROOT, "%-11s ", kind(part.kind()))
                + Text.oneLine(part.name()));
      }
    }
    for (Library library : record.libraries()) {
      String version = library.version().isEmpty() ? "" : " " + library.version();
      String digest = Colors.faint(output, library.digest().shortHex());
      field(output, "library", digest + "  " + Text.oneLine(library.name() + version));
    }
    for (Finding finding : record.findings()) {
      field(
          output,
          finding.category() == Finding.Category.HOLE ? "hole" : "impurity",
          finding.kind() + ": " + Text.oneLine(finding.what())
              + Colors.faint(output, "  " + path(finding.path())));
    }
  }

  static void compare(
      Output output, FunctionRecord before, FunctionRecord after, List<KeyDifference> differences)
      throws IOException {
    if (output.isJson()) {
      Json.print(output, json -> write(json, before, after, differences));
      return;
    }
    field(output, "function", Colors.strong(output, after.name().qualifiedName()));
    field(output, "before", Colors.hash(output, before.digest().hex()));
    field(output, "after", Colors.hash(output, after.digest().hex()));
    if (before.digest().equals(after.digest())) {
      output.line(Colors.good(output, "equal"));
      return;
    }
    output.line(Colors.bad(output, "different"));
    if (differences.isEmpty()) {
      output.line("the parts are the same and hang together in another way");
    }
    for (KeyDifference each : differences.subList(0, Math.min(SHOWN, differences.size()))) {
      String what = each.before().isEmpty() ? "new" : each.after().isEmpty() ? "gone" : "changed";
      field(
          output,
          what,
          kind(each.kind()) + " " + Text.oneLine(each.name())
              + Colors.faint(output, "  " + digest(each.before()) + " → " + digest(each.after())));
      field(output, "", "by " + path(each.path()));
    }
    if (differences.size() > SHOWN) {
      output.line("and " + (differences.size() - SHOWN) + " more; --json has all");
    }
  }

  private static void write(JsonGenerator json, FunctionRecord record) throws IOException {
    json.writeStartObject();
    writeName(json, record);
    json.writeStringField("hash", record.digest().hex());
    json.writeArrayFieldStart("parts");
    for (Part part : record.key().parts()) {
      json.writeStartObject();
      json.writeStringField("kind", kind(part.kind()));
      json.writeStringField("name", part.name());
      json.writeStringField("hash", part.digest().hex());
      json.writeArrayFieldStart("uses");
      for (int use : part.uses()) {
        json.writeNumber(use);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    CommitJson.writeDependencies(json, Optional.of(record));
    CommitJson.writeFindings(json, "holes", Finding.Category.HOLE, Optional.of(record));
    CommitJson.writeFindings(json, "impurities", Finding.Category.IMPURITY, Optional.of(record));
    json.writeEndObject();
  }

  private static void write(
      JsonGenerator json,
      FunctionRecord before,
      FunctionRecord after,
      List<KeyDifference> differences)
      throws IOException {
    json.writeStartObject();
    writeName(json, after);
    json.writeBooleanField("equal", before.digest().equals(after.digest()));
    json.writeStringField("before", before.digest().hex());
    json.writeStringField("after", after.digest().hex());
    json.writeArrayFieldStart("differences");
    for (KeyDifference each : differences) {
      json.writeStartObject();
      json.writeStringField("kind", kind(each.kind()));
      json.writeStringField("name", each.name());
      json.writeStringField("before", each.before().map(Digest::hex).orElse(null));
      json.writeStringField("after", each.after().map(Digest::hex).orElse(null));
      json.writeArrayFieldStart("path");
      for (String step : each.path()) {
        json.writeString(step);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeName(JsonGenerator json, FunctionRecord record) throws IOException {
    json.writeStringField("function", record.name().shortName());
    json.writeStringField("qualifiedFunction", record.name().qualifiedName());
  }

  private static String digest(Optional<Digest> digest) {
    return digest.map(Digest::shortHex).orElse("none");
  }

  private static String path(List<String> steps) {
    return Text.oneLine(String.join(" → ", steps));
  }

  private static String kind(KeyTree.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static void field(Output output, String name, String value) {
    output.line(String.format(Locale.ROOT, "%-10s %s", name, value));
  }
}
