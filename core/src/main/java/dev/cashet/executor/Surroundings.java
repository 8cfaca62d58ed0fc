package dev.cashet.executor;

import dev.cashet.codec.Serializer;
import dev.cashet.codec.Serializers;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a task needs where it does not share a JVM with its caller; of no use to an executor that runs it here.
 *
 * @param codec reads what {@link Serializers#standard()} wrote at the other end
 * @param allowed which classes beyond the codec's own list a result may name, by name
 * @param home what the task's own submissions and references need; empty if the store has no address
 */
public record Surroundings(Serializer codec, Predicate<String> allowed, Optional<Home> home) {
  private static final Surroundings NONE =
      new Surroundings(Serializers.standard(), name -> false, Optional.empty());

  /** No client around; results of the platform's classes alone. */
  public static Surroundings none() {
    return NONE;
  }
}
