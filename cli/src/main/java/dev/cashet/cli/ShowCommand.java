package dev.cashet.cli;

import dev.cashet.Cashet;
import dev.cashet.history.CommitView;
import dev.cashet.model.Argument;
import dev.cashet.model.Commit;
import dev.cashet.model.Finding;
import dev.cashet.model.FunctionRecord;
import dev.cashet.model.Library;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One commit with all that is known of it. */
@Command(
    name = "show",
    description = "Show one commit with all that is known of it.",
    footer = {"", "Example: cashet show 3f2a"})
final class ShowCommand extends StoreCommand {
  @Parameters(paramLabel = "HASH", description = "The commit's hash or its first 4 or more digits.")
  private String hash = "";

  @Override
  boolean isLong() {
    return true;
  }

  @Override
  int run(Cashet cashet, Output output) throws IOException {
    CommitView view = cashet.show(hash);
    if (output.isJson()) {
      Json.print(output, json -> CommitJson.write(json, view));
      return 0;
    }
    Commit commit = view.entry().commit();
    Layout.field(output, "commit", Colors.hash(output, view.entry().id().hex()));
    Layout.field(
        output,
        "function",
        Colors.strong(output, Text.oneLine(commit.call().name().qualifiedName())));
    Layout.field(
        output, "status", Colors.status(output, view.status().name().toLowerCase(Locale.ROOT)));
    Layout.field(
        output,
        "completed",
        Times.local(commit.run().completedAt())
            + Colors.faint(output, " (" + Times.ago(commit.run().completedAt()) + ")"));
    Layout.field(output, "took", took(commit));
    printOutput(output, view);
    printTerms(output, commit);
    printLineage(output, commit);
    Layout.field(output, "key", commit.call().fingerprint().hex());
    Layout.field(output, "", "function  " + commit.call().function().shortHex());
    Layout.field(output, "", "arguments " + commit.call().argumentsDigest().shortHex());
    printArguments(output, commit.arguments());
    view.function().ifPresent(record -> printFunction(output, record));
    if (commit.outcome() instanceof Commit.Failed failed) {
      output.line("");
      output.line(Colors.bad(output, Text.block(failed.trace().stripTrailing())));
    }
    return 0;
  }

  private static String took(Commit commit) {
    String attempts =
        commit.run().attempts() == 1 ? "" : " in attempt " + commit.run().attempts();
    return Times.span(commit.run().duration())
        + attempts
        + " ("
        + commit.run().executor()
        + " on "
        + commit.run().host()
        + ")";
  }

  private static void printOutput(Output output, CommitView view) {
    view.entry().commit().output().ifPresent(ref -> {
      String stored = view.stored()
          .map(info -> ", stored as "
              + Sizes.of(info.storedBytes())
              + " "
              + info.tier().name().toLowerCase(Locale.ROOT))
          .orElse(", " + Colors.bad(output, "missing from the store"));
      Layout.field(
          output,
          "output",
          ref.digest().shortHex() + "  " + Sizes.of(ref.sizeBytes()) + " " + ref.codec() + stored);
    });
  }

  private static void printTerms(Output output, Commit commit) {
    commit
        .terms()
        .tags()
        .values()
        .forEach((key, value) -> Layout.field(output, "tag", Text.oneLine(key + "=" + value)));
    commit.expiresAt().ifPresent(at -> Layout.field(output, "expires", Times.local(at)));
    if (!commit.terms().servable()) {
      Layout.field(output, "cache", "off: this result is never served");
    }
  }

  private static void printLineage(Output output, Commit commit) {
    commit
        .lineage()
        .inputs()
        .forEach(input -> Layout.field(
            output,
            "input",
            input.blob().shortHex()
                + input
                    .commit()
                    .map(id -> " of commit " + Colors.hash(output, id.shortHex()))
                    .orElse("")));
    commit
        .lineage()
        .parent()
        .ifPresent(
            parent -> Layout.field(output, "parent", Colors.hash(output, parent.shortHex())));
  }

  private static void printArguments(Output output, List<Argument> arguments) {
    for (Argument argument : arguments) {
      Layout.field(
          output,
          "argument",
          argument.name()
              + " = "
              + Text.fit(
                  argument.text(),
                  Math.max(20, output.width() - 24 - argument.name().length()))
              + Colors.faint(output, "  " + argument.digest().shortHex()));
    }
  }

  private static void printFunction(Output output, FunctionRecord record) {
    for (Library library : record.libraries()) {
      Layout.field(
          output,
          "library",
          library.name()
              + (library.version().isEmpty() ? "" : " " + library.version())
              + Colors.faint(output, "  " + library.digest().shortHex()));
    }
    for (Finding finding : record.findings()) {
      Layout.field(
          output,
          finding.category() == Finding.Category.HOLE ? "hole" : "impurity",
          finding.kind()
              + ": "
              + finding.what()
              + Colors.faint(output, "  " + String.join(" → ", finding.path())));
    }
    record.source().ifPresent(source -> {
      output.line("");
      output.line(Text.block(source.stripTrailing()));
    });
  }
}
