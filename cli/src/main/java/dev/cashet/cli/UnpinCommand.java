package dev.cashet.cli;

import dev.cashet.Cashet;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes pins away. */
@Command(
    name = "unpin",
    description = "Let a commit be collected again; given a pin's name, take that pin away.",
    footer = {"", "Example: cashet unpin best-model"})
final class UnpinCommand extends StoreCommand {
  @Parameters(index = "0", paramLabel = "HASH", description = "The commit's hash, or a pin's name.")
  private String hash = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NAME",
      description = "Only the pin of this name.")
  private @Nullable String name;

  @Override
  int run(Cashet cashet, Output output) throws IOException {
    int removed = cashet.housekeeping().unpin(hash, Optional.ofNullable(name));
    if (output.isJson()) {
      Json.print(output, json -> {
        json.writeStartObject();
        json.writeNumberField("removedPins", removed);
        json.writeEndObject();
      });
    } else if (removed > 0) {
      output.line("removed " + removed + (removed == 1 ? " pin" : " pins"));
    }
    if (removed == 0) {
      output.complain(
          "commit " + hash + " has no " + (name == null ? "pin" : "pin '" + name + "'"));
      return 1;
    }
    return 0;
  }
}
