package dev.cashet.identity;

import dev.cashet.model.Digest;
import dev.cashet.model.KeyTree;
import dev.cashet.model.KeyTree.Kind;
import dev.cashet.model.KeyTree.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One part that differs between two identities of a function, and how the function reaches it.
 *
 * @param kind what it is
 * @param name how people know it
 * @param before digest of its content in the first identity; empty if it is new
 * @param after digest of its content in the second; empty if it is gone
 * @param path names of the parts from the function to this one, both included
 */
public record KeyDifference(
    Kind kind, String name, Optional<Digest> before, Optional<Digest> after, List<String> path) {

  /** What makes two parts of different trees the same part: several can share a name. */
  private record Name(Kind kind, String text) {}

  /** Copies the path. */
  public KeyDifference {
    path = List.copyOf(path);
  }

  /**
   * The parts that differ, nearest to the function first. A part that only uses something changed is not among them, so
   * that what is first is where to look. Empty if the trees have the same parts.
   *
   * @param before an earlier identity of a function
   * @param after a later one, of the same or another function
   */
  public static List<KeyDifference> explain(KeyTree before, KeyTree after) {
    Map<Name, Set<Integer>> old = byName(before);
    Map<Name, Set<Integer>> now = byName(after);
    List<KeyDifference> found = new ArrayList<>();
    int[] users = users(after);
    for (int index : nearestFirst(after)) {
      Part part = after.parts().get(index);
      Optional<Digest> was = counterpart(before, part, index == 0, old);
      if (!was.equals(Optional.of(part.digest()))) {
        List<String> path = path(after, index, users);
        found.add(
            new KeyDifference(part.kind(), part.name(), was, Optional.of(part.digest()), path));
      }
    }
    int[] usersBefore = users(before);
    for (int index : nearestFirst(before)) {
      Part part = before.parts().get(index);
      if (index > 0 && !now.containsKey(nameOf(part))) {
        List<String> path = path(before, index, usersBefore);
        Optional<Digest> was = Optional.of(part.digest());
        found.add(new KeyDifference(part.kind(), part.name(), was, Optional.empty(), path));
      }
    }
    return found;
  }

  /** The digest of the same part: the equal one if several share its name. Roots are each other's. */
  private static Optional<Digest> counterpart(
      KeyTree tree, Part part, boolean isRoot, Map<Name, Set<Integer>> names) {
    if (isRoot) {
      return Optional.of(tree.root().digest());
    }
    Set<Integer> candidates = names.getOrDefault(nameOf(part), Set.of());
    Optional<Digest> first = Optional.empty();
    for (int each : candidates) {
      Digest digest = tree.parts().get(each).digest();
      if (digest.equals(part.digest())) {
        return Optional.of(digest);
      }
      first = first.isEmpty() ? Optional.of(digest) : first;
    }
    return first;
  }

  private static Name nameOf(Part part) {
    return new Name(part.kind(), part.name());
  }

  private static Map<Name, Set<Integer>> byName(KeyTree tree) {
    Map<Name, Set<Integer>> names = new HashMap<>();
    for (int i = 1; i < tree.parts().size(); i++) {
      names
          .computeIfAbsent(nameOf(tree.parts().get(i)), unused -> new LinkedHashSet<>())
          .add(i);
    }
    return names;
  }

  /** For each part the one that uses it nearest to the root; the root uses itself; -1 where nothing leads. */
  private static int[] users(KeyTree tree) {
    int[] users = new int[tree.parts().size()];
    Arrays.fill(users, -1);
    Deque<Integer> left = new ArrayDeque<>();
    left.add(0);
    users[0] = 0;
    while (!left.isEmpty()) {
      int user = left.remove();
      for (int used : tree.parts().get(user).uses()) {
        if (users[used] < 0) {
          users[used] = user;
          left.add(used);
        }
      }
    }
    return users;
  }

  private static List<Integer> nearestFirst(KeyTree tree) {
    Map<Integer, Boolean> order = new LinkedHashMap<>();
    Deque<Integer> left = new ArrayDeque<>();
    left.add(0);
    order.put(0, true);
    while (!left.isEmpty()) {
      for (int used : tree.parts().get(left.remove()).uses()) {
        if (order.putIfAbsent(used, true) == null) {
          left.add(used);
        }
      }
    }
    for (int i = 0; i < tree.parts().size(); i++) {
      order.putIfAbsent(i, true);
    }
    return new ArrayList<>(order.keySet());
  }

  private static List<String> path(KeyTree tree, int part, int[] users) {
    LinkedList<String> path = new LinkedList<>();
    int each = part;
    while (each >= 0) {
      path.addFirst(tree.parts().get(each).name());
      each = each == 0 ? -1 : users[each];
    }
    return path;
  }
}
