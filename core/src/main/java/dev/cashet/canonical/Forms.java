package dev.cashet.canonical;

import dev.cashet.model.StoredValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which form a class has: found once for each class, in the order of {@link #find}. */
final class Forms {
  private final Map<Class<?>, Canonicalizer<?>> custom = new HashMap<>();
  private final ClassValue<Form> known = new ClassValue<>() {
    @Override
    protected Form computeValue(Class<?> type) {
      return find(type);
    }
  };

  Forms(List<Canonicalizer<?>> canonicalizers) {
    for (Canonicalizer<?> canonicalizer : canonicalizers) {
      if (canonicalizer.type().getName().startsWith("java.lang.")) {
        throw new IllegalArgumentException(
            canonicalizer.type().getTypeName() + " counts by itself; it takes no canonicalizer");
      }
      Canonicalizer<?> other = custom.put(canonicalizer.type(), canonicalizer);
      if (other != null) {
        throw new IllegalArgumentException("two canonicalizers for "
            + canonicalizer.type().getTypeName()
            + ": "
            + other.getClass().getTypeName()
            + " and "
            + canonicalizer.getClass().getTypeName());
      }
    }
  }

  Form of(Class<?> type) {
    return known.get(type);
  }

  /** Whether such values say, or others say for them, what identifies them: their state is their own affair. */
  boolean isOpaque(Class<?> type) {
    return customFor(type) != null || CanonicalForm.class.isAssignableFrom(type);
  }

  private Form find(Class<?> type) {
    Canonicalizer<?> own = customFor(type);
    if (own != null) {
      return CustomForms.of(own);
    }
    if (StoredValue.class.isAssignableFrom(type)) {
      return CustomForms::stored;
    }
    if (CanonicalForm.class.isAssignableFrom(type)) {
      return CustomForms.ofItself(this);
    }
    if (type.isHidden() || type.isSynthetic()) {
      return CustomForms::function;
    }
    if (type == ExtendedForm.Content.class) {
      return (content, out) -> ((ExtendedForm.Content) content).write(content, out);
    }
    Form form = ScalarForms.find(type);
    if (form == null) {
      form = ArrayForms.find(type);
    }
    if (form == null) {
      form = CollectionForms.find(type);
    }
    if (form == null) {
      form = Refusals.find(type);
    }
    if (form == null) {
      form = ExtendedForm.find(type);
    }
    return form == null ? ObjectForm.of(type) : form;
  }

  private @Nullable Canonicalizer<?> customFor(Class<?> type) {
    if (custom.isEmpty()) {
      return null;
    }
    Canonicalizer<?> exact = custom.get(type);
    if (exact != null) {
      return exact;
    }
    Canonicalizer<?> nearest = null;
    for (Canonicalizer<?> candidate : custom.values()) {
      Class<?> general = candidate.type();
      boolean open =
          general.isInterface() || java.lang.reflect.Modifier.isAbstract(general.getModifiers());
      if (open && general.isAssignableFrom(type)) {
        if (nearest == null || nearest.type().isAssignableFrom(general)) {
          nearest = candidate;
        } else if (!general.isAssignableFrom(nearest.type())) {
          throw new IllegalStateException(type.getTypeName()
              + " has two canonicalizers, for "
              + general.getTypeName()
              + " and for "
              + nearest.type().getTypeName()
              + ", and neither is nearer: give one for the class itself");
        }
      }
    }
    return nearest;
  }
}
