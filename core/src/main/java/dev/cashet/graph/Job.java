package dev.cashet.graph;

import org.jspecify.annotations.Nullable;

/** A piece of work for {@link Workers}. */
@FunctionalInterface
public interface Job {
  /** Does the work; what it returns is done next by the same thread. Throws nothing. */
  @Nullable
  Job run();
}
