package dev.cashet.cli;

import dev.cashet.Cashet;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes commits. */
@Command(
    name = "rm",
    description = "Remove commits, and results that no other commit has.",
    footer = {"", "Example: cashet rm 2b63619c"})
final class RmCommand extends StoreCommand {
  @Parameters(
      paramLabel = "HASH",
      arity = "1..*",
      description = "The commits' hashes, or 4 or more of their first digits.")
  private List<String> hashes = List.of();

  @Override
  int run(Cashet cashet, Output output) throws IOException {
    Removals.print(output, cashet.housekeeping().remove(hashes));
    return 0;
  }
}
