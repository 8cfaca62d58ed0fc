package dev.cashet.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cashet.history.Change;
import dev.cashet.history.Why;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** An explanation as JSON; the field names are fixed (docs/cli.md). */
final class WhyJson {
  private WhyJson() {}

  static void write(JsonGenerator json, Why why) throws IOException {
    json.writeStartObject();
    json.writeStringField("outcome", why.outcome().name().toLowerCase(Locale.ROOT));
    json.writeStringField("reason", why.reason());
    Json.text(json, "commit", why.commit().map(id -> id.hex()));
    write(json, "changes", why.changes());
    json.writeEndObject();
  }

  static void write(JsonGenerator json, String field, List<Change> changes) throws IOException {
    json.writeArrayFieldStart(field);
    for (Change change : changes) {
      json.writeStartObject();
      json.writeStringField("kind", change.kind().word());
      json.writeStringField("name", change.name());
      Json.text(json, "before", change.before());
      Json.text(json, "after", change.after());
      json.writeArrayFieldStart("path");
      for (String step : change.path()) {
        json.writeString(step);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
