package dev.cashet.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.model.Digest;
import dev.cashet.samples.People.Point;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Replays the examples of docs/format/canonical.md. */
class CanonicalFormatTest {
  private static Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("null", null);
    values.put("true", true);
    values.put("1", 1);
    values.put("1L", 1L);
    values.put("1.0", 1.0);
    values.put("Double.NaN", Double.NaN);
    values.put("\"é\"", "é");
    values.put("\"\\ud800\"", "\ud800");
    values.put("LocalDate.of(2020, 1, 2)", LocalDate.of(2020, 1, 2));
    values.put("new BigDecimal(\"1.50\")", new BigDecimal("1.50"));
    values.put("new int[] {1, 2}", new int[] {1, 2});
    values.put("List.of()", List.of());
    values.put("List.of(1, \"a\")", List.of(1, "a"));
    values.put("List.of(List.of())", List.of(List.of()));
    values.put("Set.of(2, 1)", Set.of(2, 1));
    values.put("Map.of(\"b\", 1, \"a\", 2)", Map.of("b", 1, "a", 2));
    values.put("Optional.of(1)", Optional.of(1));
    List<Object> self = new ArrayList<>();
    self.add(self);
    values.put("a list that holds itself", self);
    values.put("new Point(1, 2)", new Point(1, 2));
    values.put("List.of(\"x\".repeat(252))", List.of("x".repeat(252)));
    return values;
  }

  @TestFactory
  Stream<DynamicTest> digest_ofTheExamples_isAsDocumented() throws IOException {
    Map<String, String[]> documented = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Path.of("..", "docs", "format", "canonical.md"))) {
      String[] cells = line.split("` \\| `|\\| `|` \\|");
      if (cells.length == 4 && cells[3].length() == Digest.HEX_DIGITS) {
        documented.put(cells[1], new String[] {cells[2], cells[3]});
      }
    }
    Map<String, Object> values = values();
    assertThat(documented.keySet()).containsAll(values.keySet()).hasSize(values.size() + 1);
    return documented.entrySet().stream()
        .map(line -> DynamicTest.dynamicTest(
            line.getKey(), () -> check(line.getKey(), line.getValue(), values)));
  }

  private static void check(String name, String[] line, Map<String, Object> values) {
    byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(line[0]);
    assertThat(Digest.sha256(bytes).hex()).isEqualTo(line[1]);
    Digest digest =
        values.containsKey(name) ? Digests.of(values.get(name)) : Digests.ofArguments(1, "a");
    assertThat(digest.hex()).isEqualTo(line[1]);
  }
}
