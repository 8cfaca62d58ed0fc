package dev.cashet.canonical;

import dev.cashet.model.Digest;
import dev.cashet.model.StoredValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Digests values and keeps what the observer was told. */
public final class Digests implements CanonicalObserver {
  private static final Canonical CANONICAL = new Canonical(List.of());

  final Set<Class<?>> instances = new LinkedHashSet<>();
  final List<StoredValue> references = new ArrayList<>();

  public static Digest of(Object value) {
    return CANONICAL.digest(value, "argument 1", new Digests());
  }

  static Digest ofArguments(Object... values) {
    return forms(values).all();
  }

  static ArgumentForms forms(Object... values) {
    ArgumentForms forms = CANONICAL.arguments();
    for (Object value : values) {
      forms.add(value, () -> "argument", new Digests());
    }
    return forms;
  }

  @Override
  public void instance(Class<?> type) {
    instances.add(type);
  }

  @Override
  public void reference(StoredValue value) {
    references.add(value);
  }

  @Override
  public Digest function(Object function, String path) {
    throw new UnhashableException(path, function.getClass().getTypeName(), "no functions here");
  }
}
