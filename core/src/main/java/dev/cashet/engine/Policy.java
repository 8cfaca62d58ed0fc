package dev.cashet.engine;

import dev.cashet.identity.FunctionIdentity;
import dev.cashet.model.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the caller asked for, with all defaults filled in.
 *
 * @param name replaces the function's name for people
 * @param tags words on the commit
 * @param reuse when a stored result will do
 * @param attempts how often and how long to try
 * @param key what the caller adds to or takes from the key
 * @param ttl how long after completion the result may be served
 */
public record Policy(
    Optional<String> name,
    Tags tags,
    Reuse reuse,
    Attempts attempts,
    KeyOptions key,
    Optional<Duration> ttl) {
  /**
   * When a stored result will do.
   *
   * @param cache false: always run, and never serve the result later
   * @param force true: run now, and serve the result later
   * @param maxAge the oldest result that will do for this call
   * @param failures how long after a failure it is thrown again without a run
   */
  public record Reuse(
      boolean cache, boolean force, Optional<Duration> maxAge, Optional<Duration> failures) {}

  /**
   * How often and how long to try.
   *
   * @param retries further attempts after a failed one
   * @param backoff the pauses between them
   * @param retryable after which errors another attempt makes sense
   * @param timeout the time each attempt may take
   * @param maxWait how long another's run of the same call may be waited for
   * @param executor the name of the executor that runs it; empty for the client's own
   */
  public record Attempts(
      int retries,
      Backoff backoff,
      Predicate<Throwable> retryable,
      Optional<Duration> timeout,
      Optional<Duration> maxWait,
      Optional<String> executor) {}

  /**
   * The pauses between attempts.
   *
   * @param first before the first retry; doubles from then on
   * @param longest it grows no further
   * @param jitter how much of a pause is left to chance, from 0 to 1, so that those who failed together come back apart
   */
  public record Backoff(Duration first, Duration longest, double jitter) {}

  /**
   * What the caller adds to or takes from the key.
   *
   * @param version the caller's own word for this version of the task
   * @param salt tells apart what would be the same
   * @param ignore names or indexes of parameters left out of the key
   * @param scope which code counts beyond what is seen to be called
   * @param pure whether the caller vouches for the code: impurities are not reported; no part of the key
   */
  public record KeyOptions(
      Optional<String> version,
      Optional<String> salt,
      List<String> ignore,
      FunctionIdentity.Scope scope,
      boolean pure) {
    /** Copies the list. */
    public KeyOptions {
      ignore = List.copyOf(ignore);
    }

    /** What of this a commit remembers. */
    dev.cashet.model.KeyOptions remembered() {
      return new dev.cashet.model.KeyOptions(
          version, salt.map(dev.cashet.model.Digest::sha256), ignore);
    }
  }
}
