package dev.cashet.canonical;

import dev.cashet.model.StoredValue;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One text in the making: stops as soon as there is enough of it. */
final class TextPrinter {
  private static final int MAX_DEPTH = 12;
  /** A longer number takes the square of its length to print. */
  private static final int MAX_BITS = 1 << 14;

  private static final String MORE = "…";

  private final StringBuilder text = new StringBuilder();
  private final int maxBytes;

  TextPrinter(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  String print(@Nullable Object value) {
    try {
      add(value, 0);
    } catch (RuntimeException e) {
      // changed by another thread meanwhile, or a form that fails: what there is of it will do for
      // people
      text.append(MORE);
    }
    return clipped();
  }

  /** Never more bytes than allowed, never half a character. */
  private String clipped() {
    int bytes = 0;
    int limit = maxBytes - 3;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (bytes + size > limit) {
        boolean last = i + Character.charCount(point) == text.length() && bytes + size <= maxBytes;
        return last ? text.toString() : text.substring(0, i) + MORE;
      }
      bytes += size;
      i += Character.charCount(point);
    }
    return text.toString();
  }

  private boolean isFull() {
    return text.length() >= maxBytes;
  }

  private void add(@Nullable Object value, int depth) {
    if (isFull()) {
      return;
    }
    if (value == null) {
      text.append("null");
    } else if (value instanceof CanonicalForm form) {
      text.append(form.canonicalText());
    } else if (value instanceof StoredValue stored) {
      text.append("result ").append(stored.blobDigest().shortHex());
    } else if (value instanceof CharSequence characters && Platform.owns(value.getClass())) {
      quoted(characters);
    } else if (value instanceof Enum<?> constant) {
      text.append(constant.name());
    } else if (value instanceof Class<?> type) {
      text.append(type.getTypeName());
    } else if (depth > MAX_DEPTH) {
      text.append(MORE);
    } else {
      structure(value, depth + 1);
    }
  }

  private void structure(Object value, int depth) {
    Class<?> type = value.getClass();
    boolean platform = Platform.owns(type);
    if (type.isHidden() || type.isSynthetic()) {
      text.append("function");
    } else if (type.isArray()) {
      array(value, depth);
    } else if (platform && value instanceof Collection<?> collection) {
      elements(collection, depth);
    } else if (platform && value instanceof Map<?, ?> map) {
      entries(map, depth);
    } else if (value instanceof Optional<?> optional) {
      text.append(optional.isPresent() ? "Optional(" : "Optional()");
      optional.ifPresent(content -> {
        add(content, depth);
        text.append(')');
      });
    } else if (value instanceof Throwable throwable) {
      text.append(type.getName());
      if (platform && throwable.getMessage() != null) {
        text.append(": ");
        quoted(throwable.getMessage());
      }
    } else if (platform) {
      platform(value, type);
    } else {
      fields(value, type, depth);
    }
  }

  /** The texts of the platform's values are safe; those of its holders would print what they hold. */
  private void platform(Object value, Class<?> type) {
    if (value instanceof BigInteger number && number.bitLength() > MAX_BITS) {
      text.append("a number of ").append(number.bitLength()).append(" bits");
      return;
    }
    if (value instanceof BigDecimal number && number.unscaledValue().bitLength() > MAX_BITS) {
      text.append("a number of ").append(number.unscaledValue().bitLength()).append(" bits");
      return;
    }
    boolean plain = value instanceof Number || ScalarForms.find(type) != null;
    if (plain || value instanceof Boolean || value instanceof Character) {
      text.append(ArgumentText.clip(value.toString(), maxBytes));
    } else {
      text.append(type.getTypeName());
    }
  }

  private void quoted(CharSequence characters) {
    text.append('"');
    for (int i = 0; i < characters.length() && !isFull(); i++) {
      char c = characters.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < 0x20 || c == 0x7f || isLone(characters, i)) {
            text.append("\\u").append(java.util.HexFormat.of().toHexDigits(c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  private static boolean isLone(CharSequence characters, int at) {
    char c = characters.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == characters.length() || !Character.isLowSurrogate(characters.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(characters.charAt(at - 1)));
  }

  private void array(Object array, int depth) {
    int length = Array.getLength(array);
    text.append(array.getClass().getComponentType().getTypeName())
        .append('[')
        .append(length)
        .append("] {");
    for (int i = 0; i < length && !isFull(); i++) {
      text.append(i == 0 ? "" : ", ");
      add(Array.get(array, i), depth);
    }
    text.append('}');
  }

  private void elements(Collection<?> collection, int depth) {
    text.append('[');
    String separator = "";
    for (Object element : collection) {
      if (isFull()) {
        break;
      }
      text.append(separator);
      separator = ", ";
      add(element, depth);
    }
    text.append(']');
  }

  private void entries(Map<?, ?> map, int depth) {
    text.append('{');
    String separator = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (isFull()) {
        break;
      }
      text.append(separator);
      separator = ", ";
      add(entry.getKey(), depth);
      text.append(": ");
      add(entry.getValue(), depth);
    }
    text.append('}');
  }

  private void fields(Object value, Class<?> type, int depth) {
    String name = type.getTypeName();
    text.append(name.substring(name.lastIndexOf('.') + 1)).append('(');
    List<Field> fields = new ArrayList<>();
    if (Fields.collect(type, fields) != null) {
      text.append(MORE).append(')');
      return;
    }
    String separator = "";
    for (Field field : fields) {
      if (isFull()) {
        break;
      }
      if (!field.isSynthetic()) {
        text.append(separator).append(field.getName()).append('=');
        separator = ", ";
        add(Fields.read(field, value), depth);
      }
    }
    text.append(')');
  }
}
