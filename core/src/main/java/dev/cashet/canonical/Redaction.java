package dev.cashet.canonical;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the texts of confidential values out of messages. Texts of fewer than 4 characters are not looked for: they are
 * part of ordinary words.
 */
public final class Redaction {
  /** Takes out nothing. */
  public static final Redaction NONE = new Redaction(List.of());

  private static final int SHORTEST = 4;
  private static final int MAX_DEPTH = 16;
  private static final int MAX_TEXTS = 10_000;
  private static final String HIDDEN = "[secret]";

  /** Longer ones first, since one may contain another. */
  private final List<String> texts;

  private Redaction(List<String> texts) {
    this.texts = texts;
  }

  /**
   * The redaction of these values and of all that they hold.
   *
   * @param values the confidential values
   */
  public static Redaction of(Collection<? extends @Nullable Object> values) {
    if (values.isEmpty()) {
      return NONE;
    }
    Set<String> found = new LinkedHashSet<>();
    values.forEach(value -> collect(value, found, 0));
    List<String> texts = new ArrayList<>(found);
    texts.removeIf(text -> text.length() < SHORTEST);
    texts.sort(Comparator.comparing(String::length).reversed());
    return new Redaction(List.copyOf(texts));
  }

  /** The text without any of them. */
  public String apply(String text) {
    String result = text;
    for (String secret : texts) {
      result = result.replace(secret, HIDDEN);
    }
    return result;
  }

  private static void collect(@Nullable Object value, Set<String> to, int depth) {
    if (value == null || depth > MAX_DEPTH || to.size() > MAX_TEXTS) {
      return;
    }
    if (value instanceof CharSequence && Platform.owns(value.getClass())
        || value instanceof Number && Platform.owns(value.getClass())) {
      to.add(value.toString());
    } else if (value instanceof char[] chars) {
      to.add(new String(chars));
    } else if (value instanceof byte[] bytes) {
      to.add(Base64.getEncoder().encodeToString(bytes));
      to.add(HexFormat.of().formatHex(bytes));
      to.add(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
    } else if (value instanceof Object[] array) {
      for (Object element : array) {
        collect(element, to, depth + 1);
      }
    } else if (value instanceof Collection<?> collection) {
      collection.forEach(element -> collect(element, to, depth + 1));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, content) -> {
        collect(key, to, depth + 1);
        collect(content, to, depth + 1);
      });
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(content -> collect(content, to, depth + 1));
    } else {
      others(value, to, depth);
    }
  }

  private static void others(Object value, Set<String> to, int depth) {
    Class<?> type = value.getClass();
    if (Platform.owns(type)) {
      if (ScalarForms.find(type) != null && !(value instanceof Boolean)) {
        to.add(value.toString());
      }
      return;
    }
    List<Field> fields = new ArrayList<>();
    if (!(value instanceof Enum<?>) && Fields.collect(type, fields) == null) {
      fields.forEach(field -> collect(Fields.read(field, value), to, depth + 1));
    }
  }
}
