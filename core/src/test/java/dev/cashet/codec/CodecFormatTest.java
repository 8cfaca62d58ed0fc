package dev.cashet.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.samples.People.Plain;
import dev.cashet.samples.People.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Replays the examples of docs/format/codec.md. */
class CodecFormatTest {
  private static Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("null", null);
    values.put("true", true);
    values.put("-3", -3);
    values.put("300L", 300L);
    values.put("0.5", 0.5);
    values.put("\"é\"", "é");
    values.put("LocalDate.of(2020, 1, 2)", LocalDate.of(2020, 1, 2));
    values.put("new int[] {1, 2}", new int[] {1, 2});
    values.put("List.of(1, \"a\")", List.of(1, "a"));
    values.put("new HashSet<>(Set.of(2, 1))", new HashSet<>(Set.of(2, 1)));
    values.put("Map.of(\"b\", 1, \"a\", 2)", Map.of("b", 1, "a", 2));
    values.put("Optional.of(1)", Optional.of(1));
    values.put("new Point(1, 2)", new Point(1, 2));
    values.put(
        "List.of(new Point(1, 2), new Point(3, 4))", List.of(new Point(1, 2), new Point(3, 4)));
    List<Object> self = new ArrayList<>();
    self.add(self);
    values.put("an ArrayList that holds itself", self);
    values.put("Plain.ONE", Plain.ONE);
    return values;
  }

  @TestFactory
  Stream<DynamicTest> write_ofTheExamples_givesTheDocumentedBytes() throws IOException {
    Map<String, String> documented = new LinkedHashMap<>();
    String text = Files.readString(Path.of("..", "docs", "format", "codec.md"));
    text.substring(text.indexOf("## Examples"))
        .lines()
        .map(line -> line.split("` \\| `|\\| `|` \\|"))
        .filter(cells -> cells.length == 3)
        .forEach(cells -> documented.put(cells[1], cells[2]));
    Map<String, Object> values = values();
    assertThat(documented).containsOnlyKeys(values.keySet());
    return values.entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(
            entry.getKey(),
            () -> assertThat(HexFormat.ofDelimiter(" ").formatHex(Trips.write(entry.getValue())))
                .isEqualTo("43 53 48 54 01 " + documented.get(entry.getKey()))));
  }
}
