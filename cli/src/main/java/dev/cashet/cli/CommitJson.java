package dev.cashet.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cashet.history.CommitView;
import dev.cashet.model.Argument;
import dev.cashet.model.BlobRef;
import dev.cashet.model.Commit;
import dev.cashet.model.Finding;
import dev.cashet.model.FunctionRecord;
import dev.cashet.model.Library;
import dev.cashet.store.BlobInfo;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A commit as JSON; the field names are fixed (docs/cli.md). */
final class CommitJson {
  private CommitJson() {}

  static void write(JsonGenerator json, CommitView view) throws IOException {
    Commit commit = view.entry().commit();
    json.writeStartObject();
    json.writeStringField("hash", view.entry().id().hex());
    json.writeStringField("shortHash", view.entry().id().shortHex());
    json.writeStringField("function", commit.call().name().shortName());
    json.writeStringField("qualifiedFunction", commit.call().name().qualifiedName());
    json.writeStringField("functionHash", commit.call().function().hex());
    json.writeStringField("argsHash", commit.call().argumentsDigest().hex());
    json.writeStringField("fingerprint", commit.call().fingerprint().hex());
    json.writeNumberField("scheme", commit.call().fingerprint().scheme());
    json.writeStringField("status", view.status().name().toLowerCase(Locale.ROOT));
    json.writeStringField("createdAt", commit.run().completedAt().toString());
    json.writeNumberField("durationMillis", commit.run().duration().toNanos() / 1e6);
    json.writeNumberField("attempts", commit.run().attempts());
    writeOutput(json, commit.output(), view.stored());
    writeInputs(json, commit.lineage().inputs());
    Json.text(json, "parent", commit.lineage().parent().map(parent -> parent.hex()));
    writeTags(json, commit.terms().tags().values());
    if (commit.terms().ttl().isPresent()) {
      json.writeNumberField("ttlSeconds", commit.terms().ttl().get().toMillis() / 1e3);
    } else {
      json.writeNullField("ttlSeconds");
    }
    Json.text(json, "expiresAt", commit.expiresAt().map(Object::toString));
    writeError(json, commit.outcome());
    Json.text(json, "source", view.function().flatMap(FunctionRecord::source));
    writeArguments(json, commit.arguments());
    writeDependencies(json, view.function());
    writeFindings(json, "holes", Finding.Category.HOLE, view.function());
    writeFindings(json, "impurities", Finding.Category.IMPURITY, view.function());
    json.writeStringField("executor", commit.run().executor());
    json.writeStringField("host", commit.run().host());
    json.writeEndObject();
  }

  private static void writeOutput(
      JsonGenerator json, Optional<BlobRef> output, Optional<BlobInfo> stored) throws IOException {
    if (output.isEmpty()) {
      json.writeNullField("output");
      return;
    }
    json.writeObjectFieldStart("output");
    json.writeStringField("hash", output.get().digest().hex());
    json.writeNumberField("size", output.get().sizeBytes());
    if (stored.isPresent()) {
      json.writeNumberField("storedSize", stored.get().storedBytes());
      json.writeStringField("tier", stored.get().tier().name().toLowerCase(Locale.ROOT));
    } else {
      json.writeNullField("storedSize");
      json.writeStringField("tier", "missing");
    }
    json.writeStringField("codec", output.get().codec());
    json.writeEndObject();
  }

  private static void writeInputs(JsonGenerator json, List<Commit.Input> inputs)
      throws IOException {
    json.writeArrayFieldStart("inputs");
    for (Commit.Input input : inputs) {
      json.writeStartObject();
      json.writeStringField("hash", input.blob().hex());
      Json.text(json, "commit", input.commit().map(commit -> commit.hex()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeTags(JsonGenerator json, Map<String, String> tags) throws IOException {
    json.writeObjectFieldStart("tags");
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      json.writeStringField(tag.getKey(), tag.getValue());
    }
    json.writeEndObject();
  }

  private static void writeError(JsonGenerator json, Commit.Outcome outcome) throws IOException {
    if (!(outcome instanceof Commit.Failed failed)) {
      json.writeNullField("error");
      return;
    }
    json.writeObjectFieldStart("error");
    json.writeStringField("type", failed.type());
    json.writeStringField("message", failed.message());
    json.writeStringField("trace", failed.trace());
    json.writeEndObject();
  }

  private static void writeArguments(JsonGenerator json, List<Argument> arguments)
      throws IOException {
    json.writeArrayFieldStart("args");
    for (Argument argument : arguments) {
      json.writeStartObject();
      json.writeStringField("name", argument.name());
      json.writeStringField("type", argument.type());
      json.writeStringField("text", argument.text());
      json.writeStringField("hash", argument.digest().hex());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void writeDependencies(JsonGenerator json, Optional<FunctionRecord> function)
      throws IOException {
    json.writeObjectFieldStart("dependencies");
    Set<String> names = new HashSet<>();
    for (Library library : function.map(FunctionRecord::libraries).orElse(List.of())) {
      // Two jars of one name are told apart, since a JSON object holds a name once.
      String name = names.add(library.name())
          ? library.name()
          : library.name() + "#" + library.digest().shortHex();
      json.writeObjectFieldStart(name);
      json.writeStringField("version", library.version());
      json.writeStringField("hash", library.digest().hex());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  static void writeFindings(
      JsonGenerator json,
      String field,
      Finding.Category category,
      Optional<FunctionRecord> function)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Finding finding : function.map(FunctionRecord::findings).orElse(List.of())) {
      if (finding.category() != category) {
        continue;
      }
      json.writeStartObject();
      json.writeStringField("level", finding.level().name().toLowerCase(Locale.ROOT));
      json.writeStringField("kind", finding.kind());
      json.writeStringField("what", finding.what());
      json.writeArrayFieldStart("path");
      for (String step : finding.path()) {
        json.writeString(step);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
