package dev.cashet.identity.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.identity.corpus.RandomSource.Style;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Random programs with random edits: if the results differ on some input, the identities differ; an edit that means
 * nothing leaves the identity. {@code -Dcashet.programs=3000} tries more, {@code -Dcashet.seed=7} others.
 */
class RandomProgramsTest {
  private static final int PROGRAMS = 300;
  private static final int IN_ONE_GO = 100;

  private final Identities identities = Identities.found();

  @Test
  void identity_whenRandomlyEdited_differsIfResultsDo() throws Exception {
    long seed = Long.getLong("cashet.seed", 20260103L);
    int programs = Integer.getInteger("cashet.programs", PROGRAMS);
    Random random = new Random(seed);
    int[] counts = new int[3];
    for (int from = 0; from < programs; from += IN_ONE_GO) {
      List<String> stale = new ArrayList<>();
      List<String> needless = new ArrayList<>();
      Path work = Path.of("target", "corpus-random", String.valueOf(from)).toAbsolutePath();
      List<String> names = write(work, random, Math.min(IN_ONE_GO, programs - from));
      for (String name : names) {
        judge(work, name, counts, stale, needless);
      }
      assertThat(stale)
          .as("other results, same identity; see %s, seed %d", work, seed)
          .isEmpty();
      assertThat(needless)
          .as("same meaning, other identity; %s, seed %d", work, seed)
          .isEmpty();
    }
    System.out.printf(
        "random programs: seed %d, %d programs, %d edits changed results, %d only identities%n",
        seed, programs, counts[0], counts[1]);
    assertThat(counts[0]).as("edits that show").isGreaterThan(programs / 6);
  }

  /** Writes programs as they are, edited and restyled, and compiles them all. */
  private static List<String> write(Path work, Random random, int count) throws Exception {
    List<String> names = new ArrayList<>();
    List<String> modules = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RandomSource source = new RandomSource(random);
      String name = "r" + i;
      names.add(name);
      List<Program> sides = List.of(
          source.program(name, Style.PLAIN),
          source.edited(random).program(name + "e", Style.PLAIN),
          source.program(
              name + "s", new Style(random.nextBoolean(), "Renamed", random.nextBoolean())));
      for (Program side : sides) {
        side.write(work.resolve("src").resolve(Compiler.module(side.name())), List.of());
        modules.add(Compiler.module(side.name()));
      }
    }
    new Compiler(ToolProvider.getSystemJavaCompiler(), List.of("-g"))
        .compile(work.resolve("src"), modules, work.resolve("classes"));
    return names;
  }

  private void judge(
      Path work, String name, int[] counts, List<String> stale, List<String> needless)
      throws Exception {
    try (Side plain = open(work, name);
        Side edited = open(work, name + "e");
        Side restyled = open(work, name + "s")) {
      String identity = identities.of(plain.plain("run"));
      boolean sameIdentity = identities.of(edited.plain("run")).equals(identity);
      boolean sameResult = edited.result("run").equals(plain.result("run"));
      if (!sameResult) {
        counts[0]++;
        if (sameIdentity) {
          stale.add(name);
        }
      } else if (!sameIdentity) {
        counts[1]++;
      }
      assertThat(restyled.result("run")).as(name).isEqualTo(plain.result("run"));
      if (!identities.of(restyled.plain("run")).equals(identity)) {
        needless.add(name);
      }
    }
  }

  private static Side open(Path work, String name) {
    return new Side(work.resolve("classes").resolve(Compiler.module(name)));
  }
}
