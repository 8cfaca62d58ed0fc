package dev.cashet.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cashet.history.Lineage;
import dev.cashet.model.Commit;
import dev.cashet.store.Entry;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** A lineage as JSON; the field names are fixed (docs/cli.md). */
final class LineageJson {
  private LineageJson() {}

  static void write(JsonGenerator json, Lineage lineage) throws IOException {
    json.writeStartObject();
    Json.text(json, "root", lineage.nodes().get(0).id().map(id -> id.hex()));
    json.writeBooleanField("complete", lineage.complete());
    json.writeArrayFieldStart("nodes");
    for (Lineage.Node node : lineage.nodes()) {
      write(json, node);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("edges");
    for (Lineage.Edge edge : lineage.edges()) {
      json.writeStartObject();
      json.writeNumberField("user", edge.user());
      json.writeNumberField("input", edge.input());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Lineage.Node node) throws IOException {
    Optional<Commit> commit = node.entry().map(Entry::commit);
    json.writeStartObject();
    Json.text(json, "commit", node.id().map(id -> id.hex()));
    Json.text(json, "output", node.blob().map(blob -> blob.hex()));
    Json.text(json, "function", commit.map(each -> each.call().name().shortName()));
    Json.text(json, "call", commit.map(CommitLine::call));
    Json.text(
        json,
        "status",
        commit.map(each -> each.statusAt(Times.now()).name().toLowerCase(Locale.ROOT)));
    Json.text(json, "createdAt", commit.map(each -> each.run().completedAt().toString()));
    json.writeEndObject();
  }
}
