package dev.cashet.cli;

import dev.cashet.Cashet;
import dev.cashet.history.Lineage;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a result was made from, and what was made from it. */
@Command(
    name = "lineage",
    description = "Show what a result was made from, and what was made from it.",
    footer = {
      "",
      "Examples:",
      "  cashet lineage 3f2a",
      "  cashet lineage 3f2a --depth 2 --format mermaid",
      "  cashet lineage 3f2a --format dot | dot -Tsvg > lineage.svg"
    })
final class LineageCommand extends StoreCommand {
  /** The ways to write a graph. */
  enum Format {
    /** A tree for people. */
    TEXT,
    /** For Graphviz. */
    DOT,
    /** For Markdown. */
    MERMAID,
    /** For programs. */
    JSON
  }

  private static final int NODES = 100_000;

  @Parameters(paramLabel = "HASH", description = "The commit's hash or its first 4 or more digits.")
  private String hash = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text (default), dot, mermaid or json.")
  private Format format = Format.TEXT;

  @Option(
      names = "--depth",
      paramLabel = "N",
      description = "At most N steps in each direction; all of them if not given.")
  private int depth = Integer.MAX_VALUE;

  @Option(names = "--inputs", description = "Only what the result was made from.")
  private boolean inputs;

  @Option(names = "--users", description = "Only what was made from the result.")
  private boolean users;

  @Override
  boolean isLong() {
    return true;
  }

  @Override
  int run(Cashet cashet, Output output) throws IOException {
    if (depth < 0) {
      throw new IllegalArgumentException("--depth: cannot be negative: " + depth);
    }
    Lineage lineage = cashet.lineage(
        hash,
        new Lineage.Limits(users && !inputs ? 0 : depth, inputs && !users ? 0 : depth, NODES));
    if (output.isJson()) {
      Json.print(output, json -> LineageJson.write(json, lineage));
      return 0;
    }
    switch (format) {
      case TEXT -> LineageTree.print(output, lineage);
      case DOT -> LineageGraphs.dot(output, lineage);
      case MERMAID -> LineageGraphs.mermaid(output, lineage);
      case JSON -> Json.print(output, json -> LineageJson.write(json, lineage));
    }
    return 0;
  }
}
