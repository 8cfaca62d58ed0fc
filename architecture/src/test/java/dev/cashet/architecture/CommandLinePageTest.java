package dev.cashet.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/cli.md and the page of {@code identity} name every field of the JSON and every option that the commands have. */
final class CommandLinePageTest {
  private static final Pattern FIELD =
      Pattern.compile("(?:write\\w*|Json\\.text)\\(\\s*(?:json,\\s*)?\"(\\w+)\"");
  private static final Pattern OPTION = Pattern.compile("\"(--?[a-zA-Z][a-z-]*)\"");

  @Test
  void pages_always_nameEveryFieldOfTheJson() throws IOException {
    TreeSet<String> fields = found(FIELD);

    assertThat(fields).contains("hash", "impurities", "timeSavedMillis").hasSizeGreaterThan(40);
    assertThat(fields)
        .allSatisfy(field -> assertThat(page()).containsPattern("[`\"]" + field + "[`\"\\[]"));
  }

  @Test
  void pages_always_nameEveryOption() throws IOException {
    TreeSet<String> options = found(OPTION);

    assertThat(options).contains("--json", "--since", "-n").hasSizeGreaterThan(12);
    assertThat(options)
        .allSatisfy(option -> assertThat(page()).containsPattern("`" + option + "[` ]"));
  }

  private static TreeSet<String> found(Pattern pattern) throws IOException {
    TreeSet<String> found = new TreeSet<>();
    List<Path> files = Repository.javaFiles(Repository.sources("cli"));
    for (Path file : files) {
      pattern
          .matcher(Files.readString(file))
          .results()
          .map(CommandLinePageTest::name)
          .forEach(found::add);
    }
    return found;
  }

  private static String name(MatchResult match) {
    return match.group(1);
  }

  private static String page() {
    try {
      Path docs = Repository.ROOT.resolve("docs");
      return Files.readString(docs.resolve("cli.md"))
          + Files.readString(docs.resolve("cli-identity.md"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
