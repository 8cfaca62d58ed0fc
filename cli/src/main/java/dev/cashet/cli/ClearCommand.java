package dev.cashet.cli;

import dev.cashet.Cashet;
import dev.cashet.store.StoreStats;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Empties the store. */
@Command(
    name = "clear",
    description = "Remove all commits, pins and results. Calls that run are not disturbed.",
    footer = {"", "Example: cashet clear --yes"})
final class ClearCommand extends StoreCommand {
  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Override
  int run(Cashet cashet, Output output) throws IOException {
    if (!yes && !output.isTerminal()) {
      throw new IllegalArgumentException("clear removes everything in " + cashet.location()
          + ": give --yes to say that you mean it");
    }
    if (!yes && !isWanted(cashet, output)) {
      output.complain("nothing was removed");
      return 1;
    }
    Removals.print(output, cashet.clear());
    return 0;
  }

  private static boolean isWanted(Cashet cashet, Output output) throws IOException {
    StoreStats stats = cashet.stats();
    int pins = cashet.housekeeping().pins().size();
    output.line("This removes "
        + stats.commits().total()
        + " commits"
        + (pins == 0 ? "" : ", " + pins + " of them pinned,")
        + " and "
        + Sizes.of(stats.diskBytes())
        + " from "
        + cashet.location()
        + ". Type yes to go on:");
    output.flush();
    String answer =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
  }
}
