package dev.cashet.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The size law: small files, few parameters. Prints what is largest, so that growth is seen before it fails. */
final class SizeLawTest {
  private static final int LONGEST_FILE = 400;
  private static final int MEDIAN_FILE = 80;
  private static final int NINE_IN_TEN = 250;
  private static final int PARAMETERS = 6;

  @Test
  void sources_always_areSmall() {
    List<JavaSource> sources = JavaSource.parse(Repository.sourceFiles());
    System.out.println(report(sources));
    assertThat(sources).hasSizeGreaterThan(100);
    assertThat(violations(sources)).isEmpty();
  }

  @Test
  void sources_whenTooLongOrWithTooManyParameters_areReported(@TempDir Path directory)
      throws IOException {
    Path file = Files.writeString(
        directory.resolve("Large.java"),
        "record Large(int a, int b, int c, int d, int e, int f, int g) {\n"
            + "  Large(int a, int b, int c, int d, int e, int f, int g, int h) {"
            + " this(a, b, c, d, e, f, g); }\n"
            + "\n".repeat(LONGEST_FILE)
            + "}\n");

    assertThat(violations(JavaSource.parse(List.of(file))))
        .anyMatch(line -> line.contains("Large.java") && line.contains("403 lines"))
        .anyMatch(line -> line.contains("record Large has 7"))
        .anyMatch(line -> line.contains("constructor has 8"))
        .anyMatch(line -> line.startsWith("the median"))
        .anyMatch(line -> line.startsWith("nine in ten"));
  }

  private static List<String> violations(List<JavaSource> sources) {
    List<Long> lengths = sources.stream().map(JavaSource::lines).sorted().toList();
    List<String> found = new java.util.ArrayList<>();
    for (JavaSource source : sources) {
      if (source.lines() > LONGEST_FILE) {
        found.add(source.name() + " has " + source.lines() + " lines, more than " + LONGEST_FILE);
      }
      found.addAll(source.constructorsWithMoreThan(PARAMETERS));
    }
    long median = lengths.get(lengths.size() / 2);
    if (median >= MEDIAN_FILE) {
      found.add("the median file has " + median + " lines, not under " + MEDIAN_FILE);
    }
    long ninth = lengths.get(lengths.size() * 9 / 10);
    if (ninth >= NINE_IN_TEN) {
      found.add("nine in ten files have up to " + ninth + " lines, not under " + NINE_IN_TEN);
    }
    return found;
  }

  private static String report(List<JavaSource> sources) {
    String largest = sources.stream()
        .sorted(Comparator.comparingLong(JavaSource::lines).reversed())
        .limit(10)
        .map(
            source -> String.format(java.util.Locale.ROOT, "%5d %s", source.lines(), source.name()))
        .collect(Collectors.joining("\n"));
    Map<String, Long> types = sources.stream()
        .collect(Collectors.groupingBy(
            JavaSource::packageName,
            TreeMap::new,
            Collectors.summingLong(JavaSource::publicTypes)));
    return "the ten largest of " + sources.size() + " files, in lines:\n" + largest
        + "\npublic types by package: " + types;
  }
}
