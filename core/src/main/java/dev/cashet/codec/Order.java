package dev.cashet.codec;

import dev.cashet.canonical.Canonical;
import dev.cashet.canonical.CanonicalObserver;
import dev.cashet.canonical.UnhashableException;
import dev.cashet.model.Digest;
import dev.cashet.model.StoredValue;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The order in which elements of unordered collections are written, which depends on nothing but their values: their
 * natural order if all are of one simple class, enum constants by name, anything else by canonical digest.
 */
final class Order {
  private static final Set<Class<?>> NATURAL = Set.of(
      String.class,
      Integer.class,
      Long.class,
      Short.class,
      Byte.class,
      Character.class,
      Double.class,
      BigInteger.class,
      UUID.class,
      LocalDate.class,
      LocalDateTime.class,
      Instant.class);
  private static final Canonical CANONICAL = new Canonical(List.of());
  private static final CanonicalObserver NOTHING = new CanonicalObserver() {
    @Override
    public void instance(Class<?> type) {}

    @Override
    public void reference(StoredValue value) {}

    @Override
    public Digest function(Object function, String path) {
      throw new UnhashableException(path, function.getClass().getTypeName(), "it is a function");
    }
  };

  private Order() {}

  static List<@Nullable Object> of(Collection<?> elements, Encoder to) {
    List<@Nullable Object> sorted = new ArrayList<>(elements);
    Comparator<@Nullable Object> order = natural(sorted);
    if (order != null) {
      sorted.sort(order);
    } else if (sorted.size() > 1) {
      byDigest(sorted, to);
    }
    return sorted;
  }

  private static void byDigest(List<@Nullable Object> elements, Encoder to) {
    record Keyed(@Nullable Object element, Digest digest) {}

    List<Keyed> keyed = new ArrayList<>(elements.size());
    for (Object element : elements) {
      try {
        keyed.add(new Keyed(element, CANONICAL.digest(element, "", NOTHING)));
      } catch (UnhashableException e) {
        throw to.refusal(
            element,
            "an unordered collection needs an order that is the same in every process, and this element gives none;"
                + " return a list",
            e);
      }
    }
    keyed.sort(Comparator.comparing(Keyed::digest));
    elements.clear();
    keyed.forEach(each -> elements.add(each.element()));
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static @Nullable Comparator<@Nullable Object> natural(List<@Nullable Object> elements) {
    Class<?> common = null;
    for (Object element : elements) {
      if (element == null) {
        return null;
      }
      Class<?> type = element instanceof Enum<?> e ? e.getDeclaringClass() : element.getClass();
      if (common == null) {
        common = type;
      } else if (common != type) {
        return null;
      }
    }
    if (common == null) {
      return null;
    }
    if (common.isEnum()) {
      return (Comparator) Comparator.<Enum<?>, String>comparing(Enum::name);
    }
    return NATURAL.contains(common) ? (Comparator) Comparator.naturalOrder() : null;
  }

  /** Whether a set or map of the platform, perhaps seen through a view, has an order of its own. */
  static boolean isOrdered(Object setOrMap, Encoder to) {
    try {
      return Canonical.countsOrder(setOrMap);
    } catch (IllegalArgumentException e) {
      throw to.refusal(
          setOrMap, "whether it has an order cannot be seen; return a copy of what it shows", e);
    }
  }
}
