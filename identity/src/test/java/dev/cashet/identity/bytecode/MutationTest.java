package dev.cashet.identity.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * On real libraries taken as user code: one instruction changed in what a function reaches changes its identity; one
 * changed elsewhere does not. Mutants that mean the same are listed by name with the reason in {@code
 * mutation/equivalent.txt}.
 *
 * <p>{@code -Dcashet.mutants=30000} tries more than the default of {@value #MUTANTS}; {@code -Dcashet.seed=7} tries
 * others.
 */
class MutationTest {
  private static final int MUTANTS = 3300;
  private static final int PER_ROOT = 20;

  /** Of functions that reach more nodes than this only a few are mutated: each mutant is hashed anew. */
  private static final int LARGE = 600;

  private static final int LARGE_ROOTS = 2;
  private static final int PER_LARGE_ROOT = 2;

  static List<Path> libraries() throws IOException {
    try (Stream<Path> jars = Files.list(Path.of("target", "libraries"))) {
      return jars.filter(jar -> jar.toString().endsWith(".jar"))
          .filter(jar -> !jar.toString().endsWith("-sources.jar"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void identity_whenInstructionMutated_differsInsideTheReachOnly(Path jar) throws IOException {
    int wanted = Integer.getInteger("cashet.mutants", MUTANTS) / libraries().size();
    long seed = Long.getLong("cashet.seed", 20260102L);
    Random random = new Random(seed);
    MutatedLibrary library = new MutatedLibrary(jar);
    Trial trial = new Trial(library, random, equivalent());
    int large = 0;
    for (Node root : library.roots(Integer.MAX_VALUE, random)) {
      if (trial.count() >= wanted) {
        break;
      }
      Reach reach = library.reach(root);
      int mutants = PER_ROOT;
      if (reach.size() > LARGE) {
        mutants = large++ < LARGE_ROOTS ? PER_LARGE_ROOT : 0;
      }
      trial.mutate(root, reach, Math.min(mutants, wanted - trial.count()));
    }
    System.out.println("mutation: " + jar.getFileName() + ", seed " + seed + ": " + trial);
    assertThat(trial.count()).isGreaterThanOrEqualTo(wanted);
    assertThat(trial.missed()).as("changed inside, same identity").isEmpty();
    assertThat(trial.spurious()).as("changed outside, other identity").isEmpty();
  }

  /** The names in {@code mutation/equivalent.txt}: each on a line, its reason on the next, indented. */
  private static Set<String> equivalent() throws IOException {
    Set<String> names = new TreeSet<>();
    try (var in = MutationTest.class.getResourceAsStream("/mutation/equivalent.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.isBlank() && !line.startsWith(" ") && !line.startsWith("#")) {
          names.add(line.trim());
        }
      }
    }
    return names;
  }
}
