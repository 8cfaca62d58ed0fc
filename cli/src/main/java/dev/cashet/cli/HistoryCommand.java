package dev.cashet.cli;

import dev.cashet.Cashet;
import dev.cashet.model.Commit;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** All runs of one call. */
@Command(
    name = "history",
    description = "List all runs of the same call, newest first.",
    footer = {"", "Example: cashet history 3f2a"})
final class HistoryCommand extends StoreCommand {
  @Parameters(paramLabel = "HASH", description = "The commit's hash or its first 4 or more digits.")
  private String hash = "";

  @Override
  boolean isLong() {
    return true;
  }

  @Override
  int run(Cashet cashet, Output output) throws IOException {
    List<Commit> commits = cashet.history(hash);
    if (output.isJson()) {
      Json.print(output, json -> LogCommand.write(json, cashet, commits));
    } else {
      CommitTable.print(output, commits);
    }
    return 0;
  }
}
