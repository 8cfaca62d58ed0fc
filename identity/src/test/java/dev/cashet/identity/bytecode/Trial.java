package dev.cashet.identity.bytecode;

import dev.cashet.model.Digest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Mutants of one library and what became of them. */
final class Trial {
  private final MutatedLibrary library;
  private final Random random;
  private final Set<String> equivalent;
  private final Set<String> missed = new TreeSet<>();
  private final Set<String> spurious = new TreeSet<>();
  private int inside;
  private int outside;

  Trial(MutatedLibrary library, Random random, Set<String> equivalent) {
    this.library = library;
    this.random = random;
    this.equivalent = equivalent;
  }

  /** Tries different mutants of one function, two of three in what it reaches. */
  void mutate(Node root, Reach reach, int mutants) {
    Digest before = reach.hash();
    List<Node> reached = List.copyOf(MutatedLibrary.methods(reach));
    Set<Node> known = Set.copyOf(reached);
    Set<String> touched = MutatedLibrary.initialised(reach);
    Set<String> tried = new HashSet<>();
    for (int i = 0; i < mutants && !reached.isEmpty(); i++) {
      boolean isInside = i % 3 != 0;
      Node method =
          isInside ? reached.get(random.nextInt(reached.size())) : library.anyMethod(random);
      if (!isInside && (known.contains(method) || isInitialiser(method, touched))) {
        continue;
      }
      Optional<Mutation> mutation =
          Mutation.of(library.bytes(method.owner()), method.member(), random);
      if (mutation.isPresent() && tried.add(mutation.get().name())) {
        boolean differs = !library.identity(root, mutation.get()).equals(before);
        judge(mutation.get().name(), root, isInside, differs);
      }
    }
  }

  private void judge(String name, Node root, boolean isInside, boolean differs) {
    if (isInside) {
      inside++;
      if (!differs && !equivalent.contains(name)) {
        missed.add(name + " from " + root.owner() + "." + root.member());
      }
    } else {
      outside++;
      if (differs) {
        spurious.add(name + " from " + root.owner() + "." + root.member());
      }
    }
  }

  /** An initialiser of a class that is touched may be inside in part, so it is neither. */
  private static boolean isInitialiser(Node method, Set<String> touched) {
    return method.member().equals("<clinit>()V") && touched.contains(method.owner());
  }

  int count() {
    return inside + outside;
  }

  Set<String> missed() {
    return missed;
  }

  Set<String> spurious() {
    return spurious;
  }

  @Override
  public String toString() {
    return "inside %d, missed %d; outside %d, spurious %d"
        .formatted(inside, missed.size(), outside, spurious.size());
  }
}
