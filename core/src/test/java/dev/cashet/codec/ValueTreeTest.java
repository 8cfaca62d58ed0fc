package dev.cashet.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.samples.People.Node;
import dev.cashet.samples.People.Pair;
import dev.cashet.samples.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ValueTreeTest {
  private static String json(Object value) {
    StringBuilder json = new StringBuilder();
    try {
      ValueTree.read(new ByteArrayInputStream(Trips.write(value))).toJson(json);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return json.toString();
  }

  @TestFactory
  Stream<DynamicTest> toJson_ofEverySample_isValid() {
    return Samples.all().entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(
            entry.getKey(), () -> new JsonSyntax(json(entry.getValue())).check()));
  }

  @Test
  void toJson_ofEverydayValues_readsWell() {
    assertThat(json(null)).isEqualTo("null");
    assertThat(json(List.of(1, 2.5, "a\"b", true, 'c')))
        .isEqualTo("[1, 2.5, \"a\\\"b\", true, \"c\"]");
    assertThat(json(Double.NaN)).isEqualTo("\"NaN\"");
    assertThat(json(new double[] {1, Double.NEGATIVE_INFINITY})).isEqualTo("[1.0, \"-Infinity\"]");
    assertThat(json(new byte[] {1, 2, 3})).isEqualTo("\"AQID\"");
    assertThat(json(new BigDecimal("1.50"))).isEqualTo("1.50");
    assertThat(json(Optional.of(LocalDate.of(2020, 1, 2)))).isEqualTo("\"2020-01-02\"");
    assertThat(json("\ud800\u001b")).isEqualTo("\"\\ud800\\u001b\"");
    assertThat(json(new Pair<>("x", null)))
        .isEqualTo("{\n  \"first\": \"x\",\n  \"second\": null\n}");
    assertThat(json(new TreeMap<>(Map.of(1, "a", 2, "b"))))
        .isEqualTo("{\n  \"1\": \"a\",\n  \"2\": \"b\"\n}");
    assertThat(json(Map.of(List.of(1), "a"))).isEqualTo("[\n  [[1], \"a\"]\n]");
    assertThat(json(Map.of("1", 1))).isEqualTo("{\n  \"1\": 1\n}");
  }

  @Test
  void toJson_ofACycle_names() {
    Node node = new Node("a");
    node.next = node;
    assertThat(json(node)).contains("\"$id\": 0").contains("\"next\": {\"$ref\": 0}");
  }

  @Test
  void read_ofARecord_hasTypesAndNames() throws IOException {
    ValueTree tree = ValueTree.read(new ByteArrayInputStream(Trips.write(new Pair<>(1, "a"))));
    assertThat(tree)
        .isEqualTo(new ValueTree.Structure(
            Pair.class.getName(),
            -1,
            List.of(
                new ValueTree.Field("first", new ValueTree.Simple("int", 1)),
                new ValueTree.Field("second", new ValueTree.Simple("java.lang.String", "a")))));
  }

  /** A strict reader of RFC 8259 that keeps nothing. */
  private static final class JsonSyntax {
    private final String text;
    private int at;

    JsonSyntax(String text) {
      this.text = text;
    }

    void check() {
      value();
      space();
      assertThat(at).as("end of " + text).isEqualTo(text.length());
    }

    private void space() {
      while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }

    private void expect(String expected) {
      assertThat(text.startsWith(expected, at))
          .as(expected + " at " + at + " of " + text)
          .isTrue();
      at += expected.length();
    }

    private boolean take(char c) {
      space();
      if (at < text.length() && text.charAt(at) == c) {
        at++;
        return true;
      }
      return false;
    }

    private void value() {
      space();
      char c = text.charAt(at);
      switch (c) {
        case '{' -> object();
        case '[' -> array();
        case '"' -> string();
        case 't' -> expect("true");
        case 'f' -> expect("false");
        case 'n' -> expect("null");
        default -> number();
      }
    }

    private void object() {
      expect("{");
      if (take('}')) {
        return;
      }
      do {
        space();
        string();
        space();
        expect(":");
        value();
      } while (take(','));
      space();
      expect("}");
    }

    private void array() {
      expect("[");
      if (take(']')) {
        return;
      }
      do {
        value();
      } while (take(','));
      space();
      expect("]");
    }

    private void string() {
      expect("\"");
      while (text.charAt(at) != '"') {
        char c = text.charAt(at++);
        assertThat(c).isGreaterThanOrEqualTo(' ');
        if (c == '\\') {
          char escaped = text.charAt(at++);
          assertThat("\"\\/bfnrtu").contains(String.valueOf(escaped));
          at += escaped == 'u' ? 4 : 0;
        }
      }
      at++;
    }

    private void number() {
      int start = at;
      while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      assertThat(text.substring(start, at))
          .matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    }
  }
}
