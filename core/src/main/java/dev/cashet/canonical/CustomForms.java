package dev.cashet.canonical;

import dev.cashet.model.StoredValue;
import java.io.UncheckedIOException;

/** Values that say themselves, or of which others say, what identifies them. */
final class CustomForms {
  private CustomForms() {}

  static <T> Form of(Canonicalizer<T> canonicalizer) {
    Class<T> type = canonicalizer.type();
    return (value, out) -> {
      if (out.begin(value, Tag.CUSTOM)) {
        out.instance(value.getClass());
        out.bytes.name(canonicalizer.name());
        out.bytes.name(value.getClass().getName());
        Object canonical = canonicalizer.canonical(type.cast(value));
        if (canonical == value) {
          throw out.refusal(
              value.getClass(), "its canonicalizer gives the value itself as its canonical form");
        }
        out.children(1, Children.of(new Object[] {canonical}, new String[] {canonicalizer.name()}));
      }
    };
  }

  static Form ofItself(Forms forms) {
    return (value, out) -> ofItself(value, out, forms);
  }

  private static void ofItself(Object value, CanonicalWriter out, Forms forms) {
    if (out.begin(value, Tag.FORM)) {
      CanonicalForm form = (CanonicalForm) value;
      out.instance(value.getClass());
      out.bytes.name(value.getClass().getName());
      out.bytes.name(form.canonicalName());
      Object canonical;
      try {
        canonical = form.canonicalValue(new WriterContext(value, out, forms));
      } catch (UncheckedIOException e) {
        throw out.refusal(value.getClass(), String.valueOf(e.getMessage()));
      }
      out.children(1, Children.of(new Object[] {canonical}, new String[] {form.canonicalName()}));
    }
  }

  static void stored(Object value, CanonicalWriter out) {
    StoredValue stored = (StoredValue) value;
    out.bytes.u8(Tag.STORED);
    out.bytes.digest(out.listener().digestOf(stored));
    out.listener().reference(stored);
  }

  static void function(Object value, CanonicalWriter out) {
    out.bytes.u8(Tag.FUNCTION);
    out.bytes.digest(out.listener().function(value, out.path()));
  }
}
