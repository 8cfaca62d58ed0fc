package dev.cashet.canonical;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a holder of the platform held.
 *
 * @param now reads what it holds, as a value of its own
 * @param before what it held
 * @param put gives it back
 */
record HolderMemento(
    Supplier<@Nullable Object> now, @Nullable Object before, Runnable put) implements Memento {

  static boolean knows(Class<?> type) {
    return type == AtomicInteger.class
        || type == AtomicLong.class
        || type == AtomicBoolean.class
        || type == AtomicReference.class
        || type == StringBuilder.class
        || type == StringBuffer.class
        || type == BitSet.class
        || type == Date.class
        || type == Optional.class
        || ByteBuffer.class.isAssignableFrom(type)
        || Map.Entry.class.isAssignableFrom(type);
  }

  static @Nullable Memento take(Object value, Consumer<@Nullable Object> parts) {
    if (value instanceof AtomicInteger held) {
      int before = held.get();
      return new HolderMemento(held::get, before, () -> held.set(before));
    }
    if (value instanceof AtomicLong held) {
      long before = held.get();
      return new HolderMemento(held::get, before, () -> held.set(before));
    }
    if (value instanceof AtomicBoolean held) {
      boolean before = held.get();
      return new HolderMemento(held::get, before, () -> held.set(before));
    }
    if (value instanceof StringBuilder held) {
      String before = held.toString();
      Runnable put = () -> held.replace(0, held.length(), before);
      return new HolderMemento(held::toString, before, put);
    }
    if (value instanceof StringBuffer held) {
      String before = held.toString();
      Runnable put = () -> held.replace(0, held.length(), before);
      return new HolderMemento(held::toString, before, put);
    }
    return others(value, parts);
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Memento others(Object value, Consumer<@Nullable Object> parts) {
    if (value instanceof AtomicReference<?>) {
      AtomicReference<@Nullable Object> held = (AtomicReference<@Nullable Object>) value;
      Object before = held.get();
      parts.accept(before);
      return new HolderMemento(() -> held.get() == before, true, () -> held.set(before));
    }
    if (value instanceof Optional<?> held) {
      held.ifPresent(parts);
      return null;
    }
    if (value instanceof Map.Entry<?, ?>) {
      Map.Entry<?, @Nullable Object> held = (Map.Entry<?, @Nullable Object>) value;
      Object before = held.getValue();
      parts.accept(held.getKey());
      parts.accept(before);
      return new HolderMemento(() -> held.getValue() == before, true, () -> held.setValue(before));
    }
    if (value instanceof BitSet held) {
      BitSet before = (BitSet) held.clone();
      Runnable put = () -> {
        held.clear();
        held.or(before);
      };
      return new HolderMemento(() -> held, before, put);
    }
    if (value instanceof Date held) {
      long before = held.getTime();
      return new HolderMemento(held::getTime, before, () -> held.setTime(before));
    }
    return ofBuffer((ByteBuffer) value);
  }

  /** Position, limit, byte order and the bytes between. */
  private static Memento ofBuffer(ByteBuffer buffer) {
    int position = buffer.position();
    int limit = buffer.limit();
    ByteBuffer before = ByteBuffer.allocate(buffer.remaining());
    before.put(buffer.duplicate()).flip();
    java.nio.ByteOrder order = buffer.order();
    Supplier<@Nullable Object> now = () -> buffer.position() == position
        && buffer.limit() == limit
        && buffer.order() == order
        && buffer.duplicate().equals(before);
    Runnable put = () -> {
      buffer.clear().position(position).limit(limit).order(order);
      if (!buffer.isReadOnly()) {
        buffer.duplicate().put(before.duplicate());
      }
    };
    return new HolderMemento(now, true, put);
  }

  @Override
  public boolean hasChanged() {
    return !java.util.Objects.equals(now.get(), before);
  }

  @Override
  public void restore() {
    put.run();
  }
}
