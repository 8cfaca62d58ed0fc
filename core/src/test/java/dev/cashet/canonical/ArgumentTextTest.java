package dev.cashet.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.samples.People.Node;
import dev.cashet.samples.People.Person;
import dev.cashet.samples.Samples;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentTextTest {
  private static final class Loud {
    private final int volume;

    Loud(int volume) {
      this.volume = volume;
    }

    @Override
    public String toString() {
      throw new IllegalStateException("toString ran at " + volume);
    }
  }

  @Test
  void of_anything_isBounded() {
    Samples.all().forEach((name, value) -> {
      byte[] bytes = ArgumentText.of(value).getBytes(StandardCharsets.UTF_8);
      assertThat(bytes.length).as(name).isLessThanOrEqualTo(ArgumentText.MAX_BYTES);
    });
    assertThat(ArgumentText.of("😀".repeat(5000)).getBytes(StandardCharsets.UTF_8))
        .hasSizeBetween(4080, 4096);
  }

  @Test
  void of_objects_showsFieldsAndRunsNothing() {
    assertThat(ArgumentText.of(List.of(new Loud(11), new Person("Ann", 40))))
        .isEqualTo("[ArgumentTextTest$Loud(volume=11), People$Person(age=40, name=\"Ann\")]");
    assertThat(ArgumentText.of(Map.of("k", new double[] {1, 2})))
        .isEqualTo("{\"k\": double[2] {1.0, 2.0}}");
  }

  @Test
  void of_cyclesAndHugeValues_ends() {
    Node node = new Node("a");
    node.next = node;
    node.list.addAll(Collections.nCopies(1000, node));
    assertThat(ArgumentText.of(node)).startsWith("People$Node(label=\"a\"");
    List<Object> wide = new ArrayList<>(Collections.nCopies(1_000_000, List.of(1)));
    assertThat(ArgumentText.of(wide)).endsWith("…");
  }

  @Test
  void of_controlCharacters_escapesThem() {
    assertThat(ArgumentText.of("a\n\"\u001b[31m\ud800"))
        .isEqualTo("\"a\\n\\\"\\u001b[31m\\ud800\"");
  }
}
