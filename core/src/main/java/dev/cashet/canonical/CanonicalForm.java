package dev.cashet.canonical;

import org.jspecify.annotations.Nullable;

/**
 * Implemented by a value that knows what identifies it better than its fields do: it counts by its class's name, a name
 * of the form and a plain value.
 */
public interface CanonicalForm {
  /** The name and version of the form, part of the key: change it when {@link #canonicalValue} gets another meaning. */
  String canonicalName();

  /** What identifies this value: a value of any kind that counts by itself. Called once for each key. */
  @Nullable
  Object canonicalValue();

  /** The same for a value that needs more than itself to say it; this one is called. */
  default @Nullable Object canonicalValue(KeyContext context) {
    return canonicalValue();
  }

  /** Short text for people, kept in commits: it must reveal nothing that is secret. */
  String canonicalText();
}
