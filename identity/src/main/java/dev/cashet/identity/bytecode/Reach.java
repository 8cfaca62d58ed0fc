package dev.cashet.identity.bytecode;

import dev.cashet.model.Digest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All nodes that a function reaches. The root has number 0, the set of seeds 1. */
final class Reach {
  static final int ROOT = 0;
  private static final int SEEDS = 1;

  private final Program program;
  private final Map<Node, Integer> numbers = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Linked> links = new ArrayList<>();
  private final Linked root;
  private final Linked seeds;

  private Reach(Program program, Linked root, Linked seeds) {
    this.program = program;
    this.root = root;
    this.seeds = seeds;
  }

  /**
   * Follows every use.
   *
   * @param root what the function itself consists of
   * @param seeds objects that exist beforehand and classes that the user named
   */
  static Reach of(Program program, Linked root, Collection<Node> seeds) {
    List<Linked.Use> uses =
        seeds.stream().map(each -> new Linked.Use(each, true)).toList();
    Digest label = new FormWriter().text("SEEDS").toDigest();
    Reach reach = new Reach(program, root, new Linked(label, uses, Set.of()));
    reach.follow();
    return reach;
  }

  private void follow() {
    root.uses().forEach(each -> number(each.node()));
    seeds.uses().forEach(each -> number(each.node()));
    while (links.size() < nodes.size()) {
      for (Linked link :
          Links.of(program, List.copyOf(nodes.subList(links.size(), nodes.size())))) {
        links.add(link);
        link.uses().forEach(each -> number(each.node()));
      }
    }
  }

  private int number(Node node) {
    Integer known = numbers.get(node);
    if (known == null) {
      known = nodes.size() + 2;
      numbers.put(node, known);
      nodes.add(node);
    }
    return known;
  }

  int size() {
    return nodes.size() + 2;
  }

  /** The node of a number from 2 on. */
  Node node(int number) {
    return nodes.get(number - 2);
  }

  Linked link(int number) {
    return switch (number) {
      case ROOT -> root;
      case SEEDS -> seeds;
      default -> links.get(number - 2);
    };
  }

  /** The numbers of what a node uses, as often as it does; the root uses the seeds last. */
  int[] uses(int number) {
    List<Linked.Use> uses = link(number).uses();
    boolean isRoot = number == ROOT;
    int[] used = new int[uses.size() + (isRoot ? 1 : 0)];
    for (int i = 0; i < uses.size(); i++) {
      used[i] = number(uses.get(i).node());
    }
    if (isRoot) {
      used[uses.size()] = SEEDS;
    }
    return used;
  }

  Set<String> libraries() {
    Set<String> all = new TreeSet<>(root.libraries());
    links.forEach(each -> all.addAll(each.libraries()));
    return all;
  }

  /** The hash of the root, covering everything. */
  Digest hash() {
    Digest[] labels = new Digest[size()];
    int[][] uses = new int[size()][];
    boolean[] sets = new boolean[size()];
    for (int i = 0; i < size(); i++) {
      labels[i] = link(i).label();
      uses[i] = uses(i);
      sets[i] = i == SEEDS || i > SEEDS && node(i).isSet();
    }
    return GraphHash.of(labels, uses, sets)[ROOT];
  }
}
