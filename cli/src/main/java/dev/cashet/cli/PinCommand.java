package dev.cashet.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cashet.Cashet;
import dev.cashet.model.CommitId;
import dev.cashet.store.Pin;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Keeps a commit, or lists those that are kept. */
@Command(
    name = "pin",
    description = {
      "Keep a commit from being collected, and give it a name that stands for its hash.",
      "Without arguments: list the pins."
    },
    footer = {"", "Example: cashet pin 2b63619c best-model"})
final class PinCommand extends StoreCommand {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "HASH",
      description = "The commit's hash, 4 or more of its first digits, or another pin's name.")
  private @Nullable String hash;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NAME",
      description = "Letters, digits and . _ / @ + -; not the start of a hash.")
  private @Nullable String name;

  @Override
  int run(Cashet cashet, Output output) throws IOException {
    if (hash == null) {
      list(output, cashet.housekeeping().pins());
      return 0;
    }
    CommitId commit = cashet.housekeeping().pin(hash, Optional.ofNullable(name));
    if (output.isJson()) {
      Json.print(output, json -> {
        json.writeStartObject();
        write(json, commit, name == null ? "" : name);
        json.writeEndObject();
      });
    } else {
      output.line("pinned " + commit.shortHex() + (name == null ? "" : " as " + name));
    }
    return 0;
  }

  private static void list(Output output, List<Pin> pins) throws IOException {
    if (output.isJson()) {
      Json.print(output, json -> {
        json.writeStartObject();
        json.writeArrayFieldStart("pins");
        for (Pin pin : pins) {
          json.writeStartObject();
          write(json, pin.commit(), pin.name());
          json.writeStringField("pinnedAt", pin.since().toString());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      });
      return;
    }
    for (Pin pin : pins) {
      output.line(pin.commit().shortHex() + "  " + Times.local(pin.since()) + "  " + pin.name());
    }
  }

  private static void write(JsonGenerator json, CommitId commit, String name) throws IOException {
    json.writeStringField("hash", commit.hex());
    json.writeStringField("shortHash", commit.shortHex());
    json.writeStringField("name", name.isEmpty() ? null : name);
  }
}
