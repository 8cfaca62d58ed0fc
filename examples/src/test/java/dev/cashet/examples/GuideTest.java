package dev.cashet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guide shows of an example is what the example says. */
class GuideTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern BLOCK =
      Pattern.compile("<!-- (\\S+) (\\S+) -->\n```java\n(.*?)```", Pattern.DOTALL);

  static Stream<Arguments> blocks() throws IOException {
    String page = read(ROOT.resolve("docs/guide/shapes.md"));
    List<Arguments> blocks = BLOCK
        .matcher(page)
        .results()
        .map(found -> Arguments.of(found.group(1), found.group(2), found.group(3)))
        .toList();
    assertThat(blocks).hasSize(7);
    return blocks.stream();
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void guide_whenItShowsARegion_showsItAsItIs(String file, String region, String shown)
      throws IOException {
    Matcher found = Pattern.compile(
            "^( *)// region " + region + "\n(.*?)^ *// endregion",
            Pattern.DOTALL | Pattern.MULTILINE)
        .matcher(read(ROOT.resolve(file)));
    assertThat(found.find()).isTrue();
    String indented = found.group(2).replaceAll("(?m)^" + found.group(1), "");
    assertThat(shown).isEqualTo(indented);
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
