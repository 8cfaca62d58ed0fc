package dev.cashet.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cashet.history.Diff;
import dev.cashet.history.OutputDiff;
import dev.cashet.history.TextDiff;
import dev.cashet.model.BlobRef;
import dev.cashet.store.Entry;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Two commits side by side as JSON; the field names are fixed (docs/cli.md). */
final class DiffJson {
  private DiffJson() {}

  static void write(JsonGenerator json, Diff diff) throws IOException {
    json.writeStartObject();
    json.writeStringField("before", diff.before().id().hex());
    json.writeStringField("after", diff.after().id().hex());
    json.writeBooleanField(
        "sameKey",
        diff.before()
            .commit()
            .call()
            .fingerprint()
            .equals(diff.after().commit().call().fingerprint()));
    WhyJson.write(json, "changes", diff.key());
    json.writeArrayFieldStart("source");
    for (TextDiff.Line line : diff.source()) {
      json.writeStartObject();
      json.writeStringField("kind", line.kind().name().toLowerCase(Locale.ROOT));
      json.writeStringField("text", line.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("output");
    OutputDiff output = diff.output();
    json.writeStringField("state", output.state().name().toLowerCase(Locale.ROOT));
    json.writeStringField("note", output.note());
    result(json, "before", diff.before());
    result(json, "after", diff.after());
    json.writeArrayFieldStart("changes");
    for (OutputDiff.ValueChange change : output.changes()) {
      json.writeStartObject();
      json.writeStringField("path", change.path());
      Json.text(json, "before", change.before());
      Json.text(json, "after", change.after());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeBooleanField("complete", output.complete());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void result(JsonGenerator json, String field, Entry entry) throws IOException {
    Optional<BlobRef> ref = entry.commit().output();
    if (ref.isEmpty()) {
      json.writeNullField(field);
      return;
    }
    json.writeObjectFieldStart(field);
    json.writeStringField("hash", ref.get().digest().hex());
    json.writeNumberField("size", ref.get().sizeBytes());
    json.writeEndObject();
  }
}
