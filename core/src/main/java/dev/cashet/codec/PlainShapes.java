package dev.cashet.codec;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The classes with fields that a plain tree describes. */
final class PlainShapes {
  private PlainShapes() {}

  static void collect(@Nullable Object tree, Map<String, List<String>> to) {
    if (!(tree instanceof @Nullable Object[] node)) {
      return;
    }
    boolean structure = node[0] != null && (node[0].equals("record") || node[0].equals("object"));
    if (structure && node[1] instanceof Object[] described) {
      WireClass type = new PlainNode(described).shape();
      to.put(type.name(), texts(type.fields()));
    }
    for (int i = structure ? 2 : 1; i < node.length; i++) {
      collect(node[i], to);
    }
  }

  static List<String> texts(List<FieldShape> fields) {
    return fields.stream().map(FieldShape::toString).toList();
  }
}
