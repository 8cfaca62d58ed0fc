package dev.cashet.cli;

import dev.cashet.Cashet;
import dev.cashet.archive.ArchiveReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What an archive holds, added to a store. */
@Command(
    name = "import",
    description = "Add what an archive holds to the store; what is there already stays.",
    footer = {"", "Example: cashet import cache.tar.zst"})
final class ImportCommand extends StoreCommand {
  @Parameters(paramLabel = "PATH", description = "An archive that cashet exported.")
  private @Nullable Path source;

  @Override
  int run(Cashet cashet, Output output) throws IOException {
    ArchiveReport report = cashet.importArchive(Objects.requireNonNull(source, "source"));
    ArchivePrinter.print(output, report, "imported");
    return 0;
  }
}
