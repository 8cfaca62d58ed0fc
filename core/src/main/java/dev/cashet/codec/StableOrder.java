package dev.cashet.codec;

import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order in which serializers write what has no order of its own, so that equal values have equal bytes everywhere. */
public final class StableOrder {
  private StableOrder() {}

  /**
   * Elements of an unordered set or keys of an unordered map in an order that depends on nothing but their values.
   *
   * @throws UnserializableException if an element has no identity
   */
  public static List<@Nullable Object> of(Collection<?> elements) {
    return Order.of(elements, nowhere());
  }

  /**
   * Whether a set or map of the platform has an order of its own.
   *
   * @throws UnserializableException if it is a view that hides what it shows
   */
  public static boolean isOrdered(Object setOrMap) {
    return Order.isOrdered(setOrMap, nowhere());
  }

  /**
   * Whether hashing the elements ends in good time: false if there are more than 1,000, of which more than 500 have one
   * hash code and are not comparable.
   */
  public static boolean spreads(Collection<?> elements) {
    return HashCodes.spread(elements);
  }

  /** Gives refusals their words. */
  private static Encoder nowhere() {
    return new Encoder(new Sink(OutputStream.nullOutputStream()), new DetachedResult.Format());
  }
}
