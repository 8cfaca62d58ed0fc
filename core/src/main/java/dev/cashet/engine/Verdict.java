package dev.cashet.engine;

import dev.cashet.store.Entry;
import java.time.Duration;
import java.util.Optional;

/** How a submission ended. */
public sealed interface Verdict {
  /**
   * There is a result.
   *
   * @param entry the commit that holds it
   * @param cached whether it was there already, or made by someone else meanwhile
   */
  record Available(Entry entry, boolean cached) implements Verdict {}

  /**
   * The task ran and failed for good.
   *
   * @param entry the commit that records it
   * @param failure why
   */
  record Failed(Entry entry, Failure failure) implements Verdict {}

  /**
   * Why a task failed.
   *
   * @param cause what it threw, or what says how it ended
   * @param timeout the limit it exceeded, if that was why
   */
  record Failure(Throwable cause, Optional<Duration> timeout) {}
}
