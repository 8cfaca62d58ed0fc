package dev.cashet.cli;

import dev.cashet.history.Lineage;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.store.Entry;
import java.util.List;

/** A lineage for tools that draw: an arrow points from what was used to who used it. */
final class LineageGraphs {
  private static final int LABEL = 48;

  private LineageGraphs() {}

  static void dot(Output output, Lineage lineage) {
    output.line("digraph lineage {");
    output.line("  rankdir=LR;");
    output.line("  node [shape=box, style=rounded, fontname=\"sans-serif\"];");
    for (int i = 0; i < lineage.nodes().size(); i++) {
      Lineage.Node node = lineage.nodes().get(i);
      String label = quoted(call(node)) + "\\n" + name(node);
      String look = i == 0 ? ", penwidth=2" : node.entry().isEmpty() ? ", style=dashed" : "";
      output.line("  n" + i + " [label=\"" + label + "\"" + look + "];");
    }
    for (Lineage.Edge edge : lineage.edges()) {
      output.line("  n" + edge.input() + " -> n" + edge.user() + ";");
    }
    output.line("}");
  }

  static void mermaid(Output output, Lineage lineage) {
    output.line("flowchart LR");
    List<Lineage.Node> nodes = lineage.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      Lineage.Node node = nodes.get(i);
      output.line("  n" + i + "[\"" + entities(call(node)) + "<br/>" + name(node) + "\"]");
    }
    for (Lineage.Edge edge : lineage.edges()) {
      output.line("  n" + edge.input() + " --> n" + edge.user());
    }
    output.line("  style n0 stroke-width:3px");
  }

  static String call(Lineage.Node node) {
    return node.entry()
        .map(Entry::commit)
        .map(commit -> Text.fit(CommitLine.call(commit), LABEL))
        .orElse("not in this store");
  }

  static String name(Lineage.Node node) {
    return node.id()
        .map(CommitId::shortHex)
        .or(() -> node.blob().map(Digest::shortHex))
        .orElse("");
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** Mermaid takes no quotes and reads some signs as its own; numbered entities are text everywhere. */
  private static String entities(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(point -> {
      if (Character.isLetterOrDigit(point) || " .,()[]-_=/+".indexOf(point) >= 0) {
        out.appendCodePoint(point);
      } else {
        out.append('#').append(point).append(';');
      }
    });
    return out.toString();
  }
}
