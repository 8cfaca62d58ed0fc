package dev.cashet.identity.bytecode;

import dev.cashet.identity.Precision;
import dev.cashet.model.Digest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All nodes that a function reaches. The root has number 0, the set of seeds 1. */
final class Reach {
  static final int ROOT = 0;
  private static final int SEEDS = 1;

  private final Program program;
  private final Precision precision;
  private final Map<Node, Integer> numbers = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<@Nullable Linked> links = new ArrayList<>();
  private final Linked root;
  private Linked seeds;

  private Reach(Program program, Linked root, Linked seeds, Precision precision) {
    this.program = program;
    this.root = root;
    this.seeds = seeds;
    this.precision = precision;
  }

  /**
   * Follows every use.
   *
   * @param root what the function itself consists of
   * @param seeds objects that exist beforehand and classes that the user named
   * @param precision which methods a call reaches
   */
  static Reach of(Program program, Linked root, Collection<Node> seeds, Precision precision) {
    Reach reach = new Reach(program, root, seeds(seeds), precision);
    reach.followAll();
    if (precision == Precision.MADE_CLASSES && reach.elsewhere().isReadAtAll()) {
      // objects may come in that this code did not make: what reaches every class misses none
      reach = new Reach(program, root, seeds(seeds), Precision.EVERY_CLASS);
      reach.followAll();
    }
    reach.addElsewhere(seeds);
    return reach;
  }

  private static Linked seeds(Collection<Node> seeds) {
    List<Linked.Use> uses =
        seeds.stream().map(each -> new Linked.Use(each, true)).toList();
    return new Linked(new FormWriter().text("SEEDS").toDigest(), uses, Set.of());
  }

  private void followAll() {
    root.uses().forEach(each -> number(each.node()));
    seeds.uses().forEach(each -> number(each.node()));
    follow();
  }

  private Elsewhere elsewhere() {
    return new Elsewhere(program, nodes);
  }

  /** What other code made and kept where this code reads it: its methods may be called. */
  private void addElsewhere(Collection<Node> given) {
    Set<Node> all = new LinkedHashSet<>(given);
    while (all.addAll(elsewhere().made())) {
      seeds = seeds(all);
      all.forEach(this::number);
      follow();
    }
  }

  private void follow() {
    Made made = new Made(program);
    do {
      while (links.size() < nodes.size()) {
        List<Node> next = List.copyOf(nodes.subList(links.size(), nodes.size()));
        for (Linked link : Links.of(program, next)) {
          boolean open = precision == Precision.MADE_CLASSES
              && nodes.get(links.size()).kind() == Node.Kind.CALL;
          links.add(open ? null : link);
          if (!open) {
            link.uses().forEach(each -> number(each.node()));
          }
        }
      }
    } while (precision == Precision.MADE_CLASSES
        && (answerCalls(made, false) || answerCalls(made, true)));
  }

  /** Lets each call reach what the classes made so far answer; whether that led to more. */
  private boolean answerCalls(Made made, boolean starving) {
    int before = nodes.size();
    for (int i = 0; i < before; i++) {
      made.note(nodes.get(i));
    }
    for (int i = 0; i < before; i++) {
      if (nodes.get(i).kind() == Node.Kind.CALL) {
        Linked answer = made.answer(nodes.get(i), starving);
        links.set(i, answer);
        answer.uses().forEach(each -> number(each.node()));
      }
    }
    return nodes.size() > before;
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
      default -> java.util.Objects.requireNonNull(links.get(number - 2));
    };
  }

  /** What a node that is reached consists of. */
  Linked link(Node node) {
    return link(number(node));
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
    Set<String> all = new TreeSet<>();
    for (int i = 0; i < size(); i++) {
      all.addAll(link(i).libraries());
    }
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
