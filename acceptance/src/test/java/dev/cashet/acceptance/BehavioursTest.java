package dev.cashet.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people expect of tasks, batches, maps and futures, by programs in JVMs of their own. */
class BehavioursTest {
  private static final String PROGRAM = "dev.cashet.acceptance.program.Behaviours";

  /** Name, what it sees, how many tasks run the first time, and how many on a store that has seen it. */
  private static final String EXPECTED = """
      once | 18 | 1 | 0
      two-forms | true | 1 | 0
      chain | 2025 1 | 3 | 0
      inside | 9 2 | 3 | 0
      own-copies | 3 | 1 | 0
      force | 9 | 2 | 1
      uncached | 9 | 3 | 2
      retries | 3 | 3 | 0
      failure | 2 is even FAILED | 1 | 1
      timeout | PT0.05S | 1 | 1
      tags | 1 | 1 | 0
      salt | 9 | 2 | 0
      threads | 280 | 1 | 0
      nested | 84 | 2 | 0
      itself | true | 1 | 1
      prefix | Behaviours.square | 1 | 0
      batch | 145 2 | 4 | 0
      batch-names | 81 | 2 | 0
      batch-side-by-side | true | 8 | 0
      batch-fails | 2 is even 9 | 2 | 1
      batch-collects | [false, false, true] | 2 | 1
      batch-circle | batch: tasks wait for each other in a circle: b → a → b | 0 | 0
      batch-nests | true | 65 | 0
      batch-duplicates | 50 | 1 | 0
      map | [9, 1, 4] | 3 | 0
      map-grows | [1, 4, 9] | 3 | 0
      map-shared | [11, 12] | 0 | 0
      map-outcomes | [true, false, true] | 3 | 1
      gather | 2470 | 20 | 0
      compose | 16 | 2 | 0
      cancel | 0 | 1 | 1
      memoize | 50 | 1 | 0
      recursion | 23416728348467685 | 81 | 0
      proxy | 8.0 Line[slope=2.0] | 1 | 0
      """;

  @TempDir
  private Path scratch;

  @Test
  void behaviours_whenRunFromADirectoryAndThenFromAJar_areAsExpected() throws Exception {
    ChildJvm directory = ChildJvm.standard();
    assertThat(saidBy(directory)).containsExactlyElementsOf(expected(2));

    List<Path> jars = new ArrayList<>(Built.libraries());
    jars.add(0, jar(Built.programs(), scratch.resolve("programs.jar")));
    ChildJvm jar = new ChildJvm(
        List.of(),
        directory.options(),
        jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    assertThat(saidBy(jar)).containsExactlyElementsOf(expected(3));
  }

  /** How far a map reads ahead is not fixed, so its number of runs is not either. */
  private List<String> saidBy(ChildJvm jvm) throws Exception {
    try (Child program = jvm.start(PROGRAM, scratch.resolve("stores").toString())) {
      Child.Ended ended = program.end();
      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.out()).contains("map-endless | 30 |");
      return ended.out().lines().filter(line -> !line.startsWith("map-endless")).toList();
    }
  }

  private static List<String> expected(int runs) {
    return EXPECTED
        .lines()
        .map(line -> line.split(" \\| "))
        .map(each -> each[0] + " | " + each[1] + " | " + each[runs])
        .toList();
  }

  private static Path jar(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        entries.putNextEntry(
            new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
        Files.copy(file, entries);
        entries.closeEntry();
      }
    }
    return jar;
  }
}
