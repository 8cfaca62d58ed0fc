package dev.cashet.cli;

import dev.cashet.Cashet;
import dev.cashet.archive.ArchiveReport;
import dev.cashet.archive.Selection;
import dev.cashet.store.LogQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A store, or a part of it, as one file. */
@Command(
    name = "export",
    description = "Write commits, with their results, into an archive.",
    footer = {
      "",
      "Examples:",
      "  cashet export cache.tar.zst",
      "  cashet export models.tar.zst -f Pipeline.train -t run=nightly",
      "  cashet export one.tar.gz 3f2a --lineage"
    })
final class ExportCommand extends StoreCommand {
  @Parameters(
      index = "0",
      paramLabel = "PATH",
      description = "The archive: .tar.zst, .tar.gz or .tar.")
  private @Nullable Path target;

  @Parameters(
      index = "1..*",
      paramLabel = "HASH",
      description = "Only these commits; all of them if none is given.")
  private List<String> hashes = List.of();

  @Option(
      names = {"-f", "--func"},
      paramLabel = "NAME",
      description = "Only this function.")
  private @Nullable String function;

  @Option(
      names = {"-t", "--tag"},
      paramLabel = "KEY[=VALUE]",
      description = "Only commits with this tag; may be given more than once.")
  private List<String> tags = List.of();

  @Option(names = "--lineage", description = "And all that these were made from.")
  private boolean lineage;

  @Override
  int run(Cashet cashet, Output output) throws IOException {
    if (!hashes.isEmpty() && (function != null || !tags.isEmpty())) {
      throw new IllegalArgumentException("give hashes, or --func and --tag, not both");
    }
    LogQuery query = Queries.of(function, tags);
    Selection selection = hashes.isEmpty() ? Selection.of(query) : Selection.of(hashes);
    ArchiveReport report = cashet.export(
        Objects.requireNonNull(target, "target"), lineage ? selection.withLineage() : selection);
    ArchivePrinter.print(output, report, "exported");
    return 0;
  }
}
