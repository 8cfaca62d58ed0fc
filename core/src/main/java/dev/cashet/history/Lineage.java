package dev.cashet.history;

import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.store.Entry;
import java.util.List;
import java.util.Optional;

/**
 * What a result was made from and what was made from it: a graph without cycles in which a result that several runs used
 * is one node.
 *
 * @param nodes the commit asked for first, then in the order in which they were met
 * @param edges who used what
 * @param complete false if a limit cut it off
 */
public record Lineage(List<Node> nodes, List<Edge> edges, boolean complete) {
  /**
   * A run and its result.
   *
   * @param blob the digest of its result; empty for a failed run
   * @param id its commit; empty if a run named a result without its commit
   * @param entry the commit itself; empty if it is not in the store
   */
  public record Node(Optional<Digest> blob, Optional<CommitId> id, Optional<Entry> entry) {}

  /**
   * A run used a result.
   *
   * @param user index of the node that used
   * @param input index of the node that was used
   */
  public record Edge(int user, int input) {}

  /**
   * How far to look.
   *
   * @param inputs steps from a run to what went into it
   * @param users steps from a result to the runs that used it
   * @param nodes the most nodes
   */
  public record Limits(int inputs, int users, int nodes) {
    /** As far as there is something, at most 100,000 nodes. */
    public static final Limits ALL = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, 100_000);

    /** Checks the numbers. */
    public Limits {
      if (inputs < 0 || users < 0 || nodes < 1) {
        throw new IllegalArgumentException(
            "lineage: limits cannot be negative, and one node is there at least");
      }
    }
  }

  /** Copies the lists. */
  public Lineage {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }
}
