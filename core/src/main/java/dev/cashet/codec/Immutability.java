package dev.cashet.codec;

import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which values nobody can change, so that one object may serve all who ask for it. */
public final class Immutability {
  /** Values with more parts than this are not looked through; they count as ones that can be changed. */
  private static final int MOST_PARTS = 10_000;

  private static final int DEEPEST = 64;

  private static final Set<Class<?>> SCALARS = Set.of(
      String.class,
      Boolean.class,
      Character.class,
      Byte.class,
      Short.class,
      Integer.class,
      Long.class,
      Float.class,
      Double.class,
      BigInteger.class,
      BigDecimal.class,
      UUID.class,
      URI.class,
      Locale.class,
      Currency.class,
      OptionalInt.class,
      OptionalLong.class,
      OptionalDouble.class);

  /** Values of cashet's own do more when they are loaded than come into being. */
  private static final String FACADE = "dev.cashet";

  private static final String LISTS_OF = "java.util.ImmutableCollections$";

  private int parts;

  private Immutability() {}

  /**
   * Whether neither the value nor anything in it can be changed: plain values of the platform, the collections of {@code
   * List.of}, {@code Set.of} and {@code Map.of}, and records, of nothing but such. Where that is not known for certain the
   * answer is no.
   */
  public static boolean isCertain(@Nullable Object value) {
    return new Immutability().holds(value, 0);
  }

  private boolean holds(@Nullable Object value, int depth) {
    if (value == null) {
      return true;
    }
    Class<?> type = value.getClass();
    if (SCALARS.contains(type) || value instanceof Enum<?> || isTime(type)) {
      return true;
    }
    if (++parts > MOST_PARTS || depth > DEEPEST) {
      return false;
    }
    if (value instanceof Optional<?> optional) {
      return holds(optional.orElse(null), depth + 1);
    }
    if (type.getName().startsWith(LISTS_OF)) {
      return value instanceof Map<?, ?> map
          ? all(map.keySet(), depth) && all(map.values(), depth)
          : (value instanceof List<?> || value instanceof Set<?>)
              && all((Collection<?>) value, depth);
    }
    return type.isRecord() && !type.getPackageName().equals(FACADE) && components(value, depth);
  }

  private boolean all(Collection<?> values, int depth) {
    for (Object each : values) {
      if (!holds(each, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean components(Object value, int depth) {
    ClassShape shape = ClassShape.of(value.getClass());
    if (shape.problem() != null) {
      return false;
    }
    for (int i = 0; i < shape.fields().size(); i++) {
      if (!shape.fieldType(i).isPrimitive() && !holds(shape.get(value, i), depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTime(Class<?> type) {
    return type.getPackageName().equals("java.time") && Modifier.isFinal(type.getModifiers());
  }
}
