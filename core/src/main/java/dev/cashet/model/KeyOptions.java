package dev.cashet.model;

import java.util.List;
import java.util.Optional;

/**
 * What the caller added to the key of a call or took from it, as a commit remembers it. The salt is kept as a digest: it
 * is for comparing, and may be a secret.
 *
 * @param version the caller's own word for this version of the task
 * @param salt the digest of the salt
 * @param ignored names or indexes of the parameters left out, in ascending order, each once
 */
public record KeyOptions(Optional<String> version, Optional<Digest> salt, List<String> ignored) {
  /** Nothing added and nothing left out. */
  public static final KeyOptions NONE =
      new KeyOptions(Optional.empty(), Optional.empty(), List.of());

  /** Puts the names in order. */
  public KeyOptions {
    ignored = ignored.stream().distinct().sorted().toList();
  }

  /** Whether the key is made of code and arguments alone. */
  public boolean isEmpty() {
    return equals(NONE);
  }
}
