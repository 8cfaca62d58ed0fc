package dev.cashet.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.AbstractMap;
import java.util.BitSet;
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

/** Small holders of the platform, kept as their parts. The order is the format's: new ones go to the end. */
enum HolderKind {
  OPTIONAL(
      Optional.class,
      value -> value.isPresent() ? parts(value.get()) : parts(),
      parts -> parts.length == 0 ? Optional.empty() : Optional.of(some(parts, 0))),
  OPTIONAL_INT(
      OptionalInt.class,
      value -> value.isPresent() ? parts(value.getAsInt()) : parts(),
      parts -> parts.length == 0 ? OptionalInt.empty() : OptionalInt.of((Integer) some(parts, 0))),
  OPTIONAL_LONG(
      OptionalLong.class,
      value -> value.isPresent() ? parts(value.getAsLong()) : parts(),
      parts -> parts.length == 0 ? OptionalLong.empty() : OptionalLong.of((Long) some(parts, 0))),
  OPTIONAL_DOUBLE(
      OptionalDouble.class,
      value -> value.isPresent() ? parts(value.getAsDouble()) : parts(),
      parts ->
          parts.length == 0 ? OptionalDouble.empty() : OptionalDouble.of((Double) some(parts, 0))),
  ATOMIC_BOOLEAN(
      AtomicBoolean.class,
      value -> parts(value.get()),
      parts -> new AtomicBoolean((Boolean) some(parts, 0))),
  ATOMIC_INTEGER(
      AtomicInteger.class,
      value -> parts(value.get()),
      parts -> new AtomicInteger((Integer) some(parts, 0))),
  ATOMIC_LONG(
      AtomicLong.class,
      value -> parts(value.get()),
      parts -> new AtomicLong((Long) some(parts, 0))),
  ATOMIC_REFERENCE(
      AtomicReference.class,
      value -> new @Nullable Object[] {value.get()},
      parts -> new AtomicReference<@Nullable Object>(parts[0])),
  BIT_SET(
      BitSet.class,
      value -> parts((Object) value.toLongArray()),
      parts -> BitSet.valueOf((long[]) some(parts, 0))),
  BYTE_BUFFER(ByteBuffer.class, HolderKind::ofBuffer, HolderKind::toBuffer),
  ENTRY(
      Map.Entry.class,
      value -> new @Nullable Object[] {value.getKey(), value.getValue()},
      parts -> new AbstractMap.SimpleImmutableEntry<@Nullable Object, @Nullable Object>(
          parts[0], parts[1]));

  private static final HolderKind[] ALL = values();

  private final Class<?> type;
  private final Function<Object, @Nullable Object[]> toParts;
  private final Function<@Nullable Object[], Object> fromParts;

  <T> HolderKind(
      Class<T> type,
      Function<T, @Nullable Object[]> toParts,
      Function<@Nullable Object[], ? extends T> fromParts) {
    this.type = type;
    this.toParts = value -> toParts.apply(type.cast(value));
    this.fromParts = fromParts::apply;
  }

  static @Nullable HolderKind of(int number) {
    return number < ALL.length ? ALL[number] : null;
  }

  /** Throws any unchecked exception if these are not the parts of such a value. */
  Object fromParts(@Nullable Object[] parts) {
    return fromParts.apply(parts);
  }

  static @Nullable Kind find(Class<?> type) {
    if (!Jdk.owns(type)) {
      return null;
    }
    for (HolderKind kind : ALL) {
      if (kind.type == type
          || kind.type.isAssignableFrom(type) && kind.ordinal() >= BYTE_BUFFER.ordinal()) {
        return kind::write;
      }
    }
    return null;
  }

  private void write(Object value, Encoder to) throws IOException {
    @Nullable Object[] parts = toParts.apply(value);
    to.out.u8(Wire.HOLDER);
    to.out.u8(ordinal());
    to.out.count(parts.length);
    for (int i = 0; i < parts.length; i++) {
      to.part(parts[i], i);
    }
  }

  private static @Nullable Object[] parts(Object... parts) {
    return parts;
  }

  private static Object some(@Nullable Object[] parts, int index) {
    Object part = parts[index];
    if (part == null) {
      throw new IllegalArgumentException("part " + index + " is missing");
    }
    return part;
  }

  /** What a reader would still get from it, and in which byte order. */
  private static @Nullable Object[] ofBuffer(ByteBuffer buffer) {
    byte[] rest = new byte[buffer.remaining()];
    buffer.duplicate().get(rest);
    return parts(buffer.order() == ByteOrder.BIG_ENDIAN, rest);
  }

  private static ByteBuffer toBuffer(@Nullable Object[] parts) {
    boolean big = (Boolean) some(parts, 0);
    return ByteBuffer.wrap((byte[]) some(parts, 1))
        .order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }
}
