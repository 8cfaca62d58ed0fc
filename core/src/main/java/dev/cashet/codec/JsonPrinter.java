package dev.cashet.codec;

import java.io.IOException;
import java.lang.reflect.Array;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** A tree as JSON text. */
final class JsonPrinter {
  private static final int LINE = 80;
  private static final HexFormat HEX = HexFormat.of();

  private final Appendable out;
  private final Set<Integer> referredTo = new HashSet<>();
  private int indent;

  JsonPrinter(Appendable out) {
    this.out = out;
  }

  void print(ValueTree tree) throws IOException {
    collect(tree);
    value(tree);
  }

  /** Only what is referred to has to be printed with its number. */
  private void collect(ValueTree tree) {
    if (tree instanceof ValueTree.Back back) {
      referredTo.add(back.id());
    } else if (tree instanceof ValueTree.Sequence sequence) {
      sequence.elements().forEach(this::collect);
    } else if (tree instanceof ValueTree.Mapping mapping) {
      for (ValueTree.Pair entry : mapping.entries()) {
        collect(entry.key());
        collect(entry.value());
      }
    } else if (tree instanceof ValueTree.Structure structure) {
      structure.fields().forEach(field -> collect(field.value()));
    }
  }

  private void value(ValueTree tree) throws IOException {
    if (tree instanceof ValueTree.Nothing) {
      out.append("null");
    } else if (tree instanceof ValueTree.Simple simple) {
      simple(simple.value());
    } else if (tree instanceof ValueTree.Numbers numbers) {
      numbers(numbers.array());
    } else if (tree instanceof ValueTree.Sequence sequence) {
      sequence(sequence);
    } else if (tree instanceof ValueTree.Mapping mapping) {
      mapping(mapping);
    } else if (tree instanceof ValueTree.Structure structure) {
      structure(structure);
    } else if (tree instanceof ValueTree.Back back) {
      out.append("{\"$ref\": ").append(Integer.toString(back.id())).append('}');
    } else if (tree instanceof ValueTree.Stored stored) {
      out.append("{\"$result\": ");
      text(stored.blob());
      out.append('}');
    } else if (tree instanceof ValueTree.File file) {
      out.append("{\"$file\": ");
      text(file.path());
      out.append(", \"$size\": ").append(Long.toString(file.size()));
      out.append(", \"$sha256\": ");
      text(file.sha256());
      out.append(file.executable() ? ", \"$executable\": true}" : "}");
    } else if (tree instanceof ValueTree.Opaque opaque) {
      opaque(opaque);
    }
  }

  private void opaque(ValueTree.Opaque opaque) throws IOException {
    out.append("{\"$class\": ");
    text(opaque.type());
    out.append(", \"$size\": ").append(Long.toString(opaque.size()));
    if (!opaque.base64().isEmpty()) {
      out.append(", \"$bytes\": ");
      text(opaque.base64());
    }
    out.append('}');
  }

  private void simple(Object value) throws IOException {
    if (value instanceof Double number && !Double.isFinite(number)
        || value instanceof Float small && !Float.isFinite(small)) {
      text(value.toString());
    } else if (value instanceof Number || value instanceof Boolean) {
      out.append(value.toString());
    } else {
      text(value.toString());
    }
  }

  private void text(String text) throws IOException {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          boolean pair = Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
          if (pair) {
            out.append(c).append(text.charAt(++i));
          } else if (c < 0x20
              || c == 0x7f
              || Character.isSurrogate(c)
              || c == 0x2028
              || c == 0x2029) {
            out.append("\\u").append(HEX.toHexDigits(c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private void numbers(Object array) throws IOException {
    if (array instanceof byte[] bytes) {
      text(Base64.getEncoder().encodeToString(bytes));
      return;
    }
    if (array instanceof char[] chars) {
      text(new String(chars));
      return;
    }
    int length = Array.getLength(array);
    out.append('[');
    for (int i = 0; i < length; i++) {
      out.append(i == 0 ? "" : ", ");
      simple(Array.get(array, i));
    }
    out.append(']');
  }

  private void line() throws IOException {
    out.append('\n').append("  ".repeat(indent));
  }

  private boolean opensWithId(int id) throws IOException {
    if (id < 0 || !referredTo.contains(id)) {
      return false;
    }
    out.append("{\"$id\": ").append(Integer.toString(id)).append(", \"$value\": ");
    return true;
  }

  private void sequence(ValueTree.Sequence sequence) throws IOException {
    boolean wrapped = opensWithId(sequence.id());
    elements(sequence.elements());
    out.append(wrapped ? "}" : "");
  }

  /** Short lists of plain values stay on one line. */
  private void elements(List<ValueTree> elements) throws IOException {
    boolean oneLine = elements.size() * 8 <= LINE;
    for (ValueTree element : elements) {
      oneLine &= element instanceof ValueTree.Simple || element instanceof ValueTree.Nothing;
    }
    out.append('[');
    indent++;
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        out.append(oneLine ? ", " : ",");
      }
      if (!oneLine) {
        line();
      }
      value(elements.get(i));
    }
    indent--;
    if (!oneLine) {
      line();
    }
    out.append(']');
  }

  private void mapping(ValueTree.Mapping mapping) throws IOException {
    boolean wrapped = opensWithId(mapping.id());
    if (hasPlainKeys(mapping.entries())) {
      out.append('{');
      indent++;
      String separator = "";
      for (ValueTree.Pair entry : mapping.entries()) {
        out.append(separator);
        separator = ",";
        line();
        text(((ValueTree.Simple) entry.key()).value().toString());
        out.append(": ");
        value(entry.value());
      }
      indent--;
      if (!mapping.entries().isEmpty()) {
        line();
      }
      out.append('}');
    } else {
      pairs(mapping.entries());
    }
    out.append(wrapped ? "}" : "");
  }

  private static boolean hasPlainKeys(List<ValueTree.Pair> entries) {
    Set<String> texts = new HashSet<>();
    for (ValueTree.Pair entry : entries) {
      if (!(entry.key() instanceof ValueTree.Simple key)
          || !texts.add(key.value().toString())) {
        return false;
      }
    }
    return true;
  }

  private void pairs(List<ValueTree.Pair> entries) throws IOException {
    out.append('[');
    indent++;
    String separator = "";
    for (ValueTree.Pair entry : entries) {
      out.append(separator);
      separator = ",";
      line();
      out.append('[');
      value(entry.key());
      out.append(", ");
      value(entry.value());
      out.append(']');
    }
    indent--;
    line();
    out.append(']');
  }

  private void structure(ValueTree.Structure structure) throws IOException {
    out.append('{');
    indent++;
    String separator = "";
    if (structure.id() >= 0 && referredTo.contains(structure.id())) {
      line();
      out.append("\"$id\": ").append(Integer.toString(structure.id()));
      separator = ",";
    }
    Set<String> names = new HashSet<>();
    for (ValueTree.Field field : structure.fields()) {
      out.append(separator);
      separator = ",";
      line();
      String name = field.name();
      while (!names.add(name)) {
        name = name + "'";
      }
      text(name);
      out.append(": ");
      value(field.value());
    }
    indent--;
    if (!separator.isEmpty()) {
      line();
    }
    out.append('}');
  }
}
