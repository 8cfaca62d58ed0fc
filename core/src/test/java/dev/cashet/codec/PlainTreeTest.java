package dev.cashet.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.OutputFile;
import dev.cashet.samples.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The standard format as a plain tree, which other formats carry. */
final class PlainTreeTest {
  @Test
  void write_whenATreeWasRead_givesTheSameBytes() throws IOException {
    for (Map.Entry<String, Object> sample : Samples.all().entrySet()) {
      byte[] bytes = standard(sample.getValue());

      assertThat(PlainWriter.write(PlainReader.read(new ByteArrayInputStream(bytes))))
          .as(sample.getKey())
          .isEqualTo(bytes);
    }
  }

  @Test
  void read_whenAnything_isMadeOfPlainPartsAlone() throws IOException {
    for (Map.Entry<String, Object> sample : Samples.all().entrySet()) {
      byte[] bytes = standard(sample.getValue());

      assertThat(isPlain(PlainReader.read(new ByteArrayInputStream(bytes))))
          .as(sample.getKey())
          .isTrue();
    }
  }

  @Test
  void write_whenATreeIsMalformed_refuses() {
    Object deep = 1;
    for (int i = 0; i < 2000; i++) {
      deep = node("list", "array_list", deep);
    }
    List<Object> malformed = new ArrayList<>(List.of(
        deep,
        node(),
        node(1),
        node("unknown"),
        node("list"),
        node("list", "unknown_kind"),
        node("list", 1),
        node("map", "hash", "key without a value"),
        node("ref"),
        node("ref", -1),
        node("ref", 1, 2),
        node("enum", 0, "ONE"),
        node("enum", "a.B"),
        node("class", node("a.B", "", "x")),
        node("integer", "1"),
        node("decimal", 1),
        node("stored", new byte[3], ""),
        node("record", node("a.B", "", "x", "int"), 1L),
        node("record", node("a.B", "", "x", "int")),
        node("record", node("a.B"), "too much"),
        new ArrayList<>(),
        new String[] {"list", "array_list"}));

    for (Object tree : malformed) {
      assertThatThrownBy(() -> PlainWriter.write(tree))
          .isInstanceOf(UnreadableResultException.class);
    }
  }

  /** Its bytes are a stream, which needs not fit in memory. */
  @Test
  void roundTrip_whenAFileIsPartOfTheValue_refuses(@TempDir Path directory) throws IOException {
    OutputFile file = OutputFile.of(Files.writeString(directory.resolve("a"), "content"));

    assertThatThrownBy(() -> RoundTrip.of(List.of(file)))
        .isInstanceOf(UnserializableException.class)
        .hasMessageContaining("Serializers.standard() alone carries it");
  }

  private static Object[] node(Object... parts) {
    return parts;
  }

  private static boolean isPlain(Object tree) {
    if (tree instanceof Object[] node) {
      for (Object part : node) {
        if (!isPlain(part)) {
          return false;
        }
      }
      return node.getClass() == Object[].class;
    }
    return tree == null
        || tree instanceof String
        || tree instanceof Character
        || tree instanceof Boolean
        || tree.getClass().getName().startsWith("java.lang.") && tree instanceof Number
        || tree.getClass().isArray() && tree.getClass().getComponentType().isPrimitive();
  }

  private static byte[] standard(Object value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Serializers.standard().write(value, out);
    return out.toByteArray();
  }
}
