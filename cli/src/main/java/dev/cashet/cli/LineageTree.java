package dev.cashet.cli;

import dev.cashet.history.Lineage;
import dev.cashet.store.Entry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A lineage as trees: what went into a result, and what was made from it. What was shown before is only named. */
final class LineageTree {
  /** Levels that are drawn as lines; deeper ones are numbered, so that a long chain stays as wide as the page. */
  private static final int DRAWN = 16;

  private final Output output;
  private final Lineage lineage;
  private final List<List<Integer>> inputs;
  private final List<List<Integer>> users;
  private final Set<Integer> shown = new HashSet<>();

  private LineageTree(Output output, Lineage lineage) {
    this.output = output;
    this.lineage = lineage;
    this.inputs = lists(lineage.nodes().size());
    this.users = lists(lineage.nodes().size());
    for (Lineage.Edge edge : lineage.edges()) {
      inputs.get(edge.user()).add(edge.input());
      users.get(edge.input()).add(edge.user());
    }
  }

  static void print(Output output, Lineage lineage) {
    LineageTree tree = new LineageTree(output, lineage);
    output.line(tree.text(0, output.width()));
    tree.branches("made from", tree.inputs);
    tree.branches("used by", tree.users);
    if (!lineage.complete()) {
      output.line(Colors.faint(output, "There is more; --depth was reached."));
    }
  }

  private record Step(int node, int depth, String lead, boolean last) {}

  private void branches(String title, List<List<Integer>> next) {
    if (next.get(0).isEmpty()) {
      return;
    }
    output.line("");
    output.line(Colors.strong(output, title));
    Deque<Step> left = new ArrayDeque<>();
    push(left, next.get(0), 1, "");
    while (!left.isEmpty() && !output.isBroken()) {
      Step step = left.pop();
      boolean drawn = step.depth() <= DRAWN;
      String lead = drawn
          ? step.lead()
              + (step.last() ? output.signs().corner() : output.signs().tee())
          : step.lead() + "(" + step.depth() + ") ";
      boolean again = !shown.add(step.node()) && !next.get(step.node()).isEmpty();
      output.line(Colors.faint(output, lead)
          + text(step.node(), output.width() - lead.length() - (again ? 8 : 0))
          + (again ? Colors.faint(output, "  (above)") : ""));
      if (!again) {
        String deeper = !drawn
            ? step.lead()
            : step.depth() == DRAWN
                ? step.lead()
                : step.lead() + (step.last() ? "   " : output.signs().bar());
        push(left, next.get(step.node()), step.depth() + 1, deeper);
      }
    }
  }

  private static void push(Deque<Step> left, List<Integer> nodes, int depth, String lead) {
    List<Integer> reversed = new ArrayList<>(nodes);
    Collections.reverse(reversed);
    boolean last = true;
    for (int node : reversed) {
      left.push(new Step(node, depth, lead, last));
      last = false;
    }
  }

  private String text(int number, int columns) {
    Lineage.Node node = lineage.nodes().get(number);
    Optional<Entry> entry = node.entry();
    return entry.isPresent()
        ? CommitLine.of(output, entry.get(), columns)
        : Colors.hash(output, LineageGraphs.name(node))
            + Colors.faint(output, "  not in this store");
  }

  private static List<List<Integer>> lists(int size) {
    List<List<Integer>> lists = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }
}
