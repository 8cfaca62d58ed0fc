package dev.cashet.canonical;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Small holders of the platform: a name and what they hold. */
final class ValueForms {
  private static final Map<Class<?>, Form> EXACT = Map.ofEntries(
      entry(
          Optional.class, value -> value.isPresent() ? new Object[] {value.get()} : new Object[0]),
      entry(
          OptionalInt.class,
          value -> value.isPresent() ? new Object[] {value.getAsInt()} : new Object[0]),
      entry(
          OptionalLong.class,
          value -> value.isPresent() ? new Object[] {value.getAsLong()} : new Object[0]),
      entry(
          OptionalDouble.class,
          value -> value.isPresent() ? new Object[] {value.getAsDouble()} : new Object[0]),
      entry(AtomicBoolean.class, value -> new Object[] {value.get()}),
      entry(AtomicInteger.class, value -> new Object[] {value.get()}),
      entry(AtomicLong.class, value -> new Object[] {value.get()}),
      entry(AtomicReference.class, value -> new Object[] {value.get()}),
      entry(BitSet.class, value -> new Object[] {value.toLongArray()}));

  private static final Object[] NOTHING = {};

  private ValueForms() {}

  static @Nullable Form find(Class<?> type) {
    Form exact = EXACT.get(type);
    if (exact != null) {
      return exact;
    }
    if (Throwable.class.isAssignableFrom(type)) {
      return ThrowableForm.of(type);
    }
    if (!Platform.owns(type)) {
      return null;
    }
    if (ByteBuffer.class.isAssignableFrom(type)) {
      return named("java.nio.ByteBuffer", value -> ofBuffer((ByteBuffer) value));
    }
    if (Map.Entry.class.isAssignableFrom(type)) {
      return named("java.util.Map.Entry", ValueForms::ofEntry);
    }
    if (Views.isView(type)) {
      return Views::write;
    }
    return Comparator.class.isAssignableFrom(type) && !type.isHidden() ? ofComparator(type) : null;
  }

  /** The comparators of the platform that have no state; others are functions or unknown. */
  private static @Nullable Form ofComparator(Class<?> type) {
    return switch (type.getName()) {
      case "java.util.Collections$ReverseComparator",
          "java.util.Comparators$NaturalOrderComparator",
          "java.lang.String$CaseInsensitiveComparator" -> named(type.getName(), value -> NOTHING);
      default -> null;
    };
  }

  /** What a reader would still get from it, and in which byte order. */
  private static Object[] ofBuffer(ByteBuffer buffer) {
    byte[] rest = new byte[buffer.remaining()];
    buffer.duplicate().get(rest);
    return new Object[] {buffer.order().toString(), rest};
  }

  private static Object[] ofEntry(Object value) {
    Map.Entry<?, ?> entry = (Map.Entry<?, ?>) value;
    List<@Nullable Object> parts = new ArrayList<>();
    parts.add(entry.getKey());
    parts.add(entry.getValue());
    return parts.toArray();
  }

  private static <T> Map.Entry<Class<?>, Form> entry(
      Class<T> type, Function<T, @Nullable Object[]> parts) {
    return Map.entry(type, named(type.getName(), value -> parts.apply(type.cast(value))));
  }

  private static Form named(String name, Function<Object, @Nullable Object[]> parts) {
    return (value, out) -> {
      if (out.begin(value, Tag.NAMED_GROUP)) {
        out.bytes.name(name);
        @Nullable Object[] children = parts.apply(value);
        out.children(children.length, Children.of(children));
      }
    };
  }
}
