package dev.cashet.identity.bytecode;

import dev.cashet.model.Digest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The structural hash of a graph (docs/format/identity.md, "Hash"): a node's hash covers its label and everything it can
 * reach. Components are hashed callee first. Inside one, hashes are refined from labels and uses until no more nodes are
 * told apart; then the set of all its hashes is bound into each. Without that set, each hash would reach only as many
 * uses deep as there were rounds, and an edit far around a long cycle would stay unseen.
 */
final class GraphHash {
  private final Digest[] labels;
  private final int[][] uses;
  private final boolean[] sets;
  private final Digest[] hashes;

  private GraphHash(Digest[] labels, int[][] uses, boolean[] sets) {
    this.labels = labels;
    this.uses = uses;
    this.sets = sets;
    this.hashes = labels.clone();
  }

  /**
   * The hash of every node.
   *
   * @param labels of the nodes
   * @param uses by node, indexes of other nodes
   * @param sets by node, whether its uses have no order
   */
  static Digest[] of(Digest[] labels, int[][] uses, boolean[] sets) {
    GraphHash graph = new GraphHash(labels, uses, sets);
    Components.of(uses).forEach(graph::component);
    return graph.hashes;
  }

  private void component(int[] members) {
    if (members.length == 1 && !usesItself(members[0])) {
      hashes[members[0]] = step(members[0]);
      return;
    }
    // members start from their labels, which is what hashes holds for nodes that were not reached
    // yet
    int classes = 0;
    while (true) {
      Digest[] refined = new Digest[members.length];
      for (int i = 0; i < members.length; i++) {
        refined[i] = step(members[i]);
      }
      for (int i = 0; i < members.length; i++) {
        hashes[members[i]] = refined[i];
      }
      int now = new HashSet<>(Arrays.asList(refined)).size();
      if (now == classes) {
        break;
      }
      classes = now;
    }
    bind(members);
  }

  private void bind(int[] members) {
    Set<Digest> all = new TreeSet<>();
    for (int member : members) {
      all.add(hashes[member]);
    }
    FormWriter out = new FormWriter().tag('Z').number(all.size());
    all.forEach(out::digest);
    Digest set = out.toDigest();
    for (int member : members) {
      hashes[member] =
          new FormWriter().tag('M').digest(hashes[member]).digest(set).toDigest();
    }
  }

  private boolean usesItself(int node) {
    return Arrays.stream(uses[node]).anyMatch(each -> each == node);
  }

  private Digest step(int node) {
    FormWriter out = new FormWriter();
    if (sets[node]) {
      Set<Digest> used = new TreeSet<>();
      for (int each : uses[node]) {
        used.add(hashes[each]);
      }
      out.tag('U').digest(labels[node]).number(used.size());
      used.forEach(out::digest);
    } else {
      out.tag('O').digest(labels[node]).number(uses[node].length);
      for (int each : uses[node]) {
        out.digest(hashes[each]);
      }
    }
    return out.toDigest();
  }
}
