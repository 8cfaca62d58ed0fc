package dev.cashet.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cashet.store.Removed;
import java.io.IOException;

/** What was removed, for people and for programs. */
final class Removals {
  private Removals() {}

  static void print(Output output, Removed removed) throws IOException {
    if (output.isJson()) {
      Json.print(output, json -> {
        json.writeStartObject();
        fields(json, removed);
        json.writeEndObject();
      });
    } else {
      output.line("removed " + text(removed));
    }
  }

  static String text(Removed removed) {
    return count(removed.commits(), "commit")
        + " and "
        + count(removed.blobs(), "object")
        + ", "
        + Sizes.of(removed.bytes());
  }

  static void fields(JsonGenerator json, Removed removed) throws IOException {
    json.writeNumberField("removedCommits", removed.commits());
    json.writeNumberField("removedObjects", removed.blobs());
    json.writeNumberField("freedBytes", removed.bytes());
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
