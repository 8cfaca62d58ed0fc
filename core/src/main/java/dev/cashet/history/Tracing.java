package dev.cashet.history;

import dev.cashet.history.Lineage.Edge;
import dev.cashet.history.Lineage.Limits;
import dev.cashet.history.Lineage.Node;
import dev.cashet.model.BlobRef;
import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.model.MalformedRecordException;
import dev.cashet.store.Entry;
import dev.cashet.store.Store;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows the inputs of a run, and the users of its result, step by step in breadth. */
final class Tracing {
  private final Store store;
  private final Limits limits;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Object, Integer> known = new HashMap<>();
  private final Set<Edge> edges = new LinkedHashSet<>();
  private boolean complete = true;

  Tracing(Store store, Limits limits) {
    this.store = store;
    this.limits = limits;
  }

  private record Step(int node, int depth) {}

  Lineage of(Entry entry) {
    int root = add(node(entry)).orElseThrow();
    followInputs(root);
    followUsers(root);
    return new Lineage(nodes, List.copyOf(edges), complete);
  }

  private void followInputs(int root) {
    Deque<Step> left = new ArrayDeque<>(List.of(new Step(root, 0)));
    while (!left.isEmpty()) {
      Step step = left.remove();
      Optional<Entry> entry = nodes.get(step.node()).entry();
      List<Commit.Input> inputs =
          entry.map(each -> each.commit().lineage().inputs()).orElse(List.of());
      if (step.depth() == limits.inputs()) {
        complete &= inputs.isEmpty();
        continue;
      }
      for (Commit.Input input : inputs) {
        int size = nodes.size();
        Optional<Integer> node = find(input);
        node.ifPresent(used -> edges.add(new Edge(step.node(), used)));
        if (nodes.size() > size) {
          left.add(new Step(size, step.depth() + 1));
        }
      }
    }
  }

  private void followUsers(int root) {
    Deque<Step> left = new ArrayDeque<>(List.of(new Step(root, 0)));
    while (!left.isEmpty()) {
      Step step = left.remove();
      Optional<Digest> blob = nodes.get(step.node()).blob();
      int room = limits.nodes() - nodes.size() + 1;
      List<Entry> users =
          blob.isEmpty() ? List.of() : store.commits().usersOf(blob.get(), Math.max(1, room));
      if (step.depth() == limits.users()) {
        complete &= users.isEmpty();
        continue;
      }
      for (Entry user : users) {
        int size = nodes.size();
        Optional<Integer> node = add(node(user));
        node.ifPresent(each -> edges.add(new Edge(each, step.node())));
        if (nodes.size() > size) {
          left.add(new Step(size, step.depth() + 1));
        }
      }
    }
  }

  private Optional<Integer> find(Commit.Input input) {
    Integer seen = known.get(input.commit().isPresent() ? input.commit().get() : input.blob());
    return seen != null
        ? Optional.of(seen)
        : add(new Node(
            Optional.of(input.blob()), input.commit(), input.commit().flatMap(this::entry)));
  }

  /** A commit that is damaged is one that is not there. */
  private Optional<Entry> entry(CommitId id) {
    try {
      return store.commits().get(id);
    } catch (MalformedRecordException e) {
      return Optional.empty();
    }
  }

  private Optional<Integer> add(Node node) {
    Object name = node.id().isPresent() ? node.id().get() : node.blob().orElseThrow();
    Integer seen = known.get(name);
    if (seen != null) {
      return Optional.of(seen);
    }
    if (nodes.size() == limits.nodes()) {
      complete = false;
      return Optional.empty();
    }
    known.put(name, nodes.size());
    nodes.add(node);
    return Optional.of(nodes.size() - 1);
  }

  private static Node node(Entry entry) {
    return new Node(
        entry.commit().output().map(BlobRef::digest), Optional.of(entry.id()), Optional.of(entry));
  }
}
