package dev.cashet.engine;

import java.time.Duration;
import java.util.SplittableRandom;

/** The pauses before the retries of one call: each twice the one before, up to a limit, with a part left to chance. */
final class Pauses {
  private final Policy.Backoff backoff;
  private final SplittableRandom random;
  private Duration whole;

  Pauses(Policy.Backoff backoff, SplittableRandom random) {
    this.backoff = backoff;
    this.random = random;
    this.whole = backoff.first();
  }

  Duration next() {
    Duration pause = whole.compareTo(backoff.longest()) < 0 ? whole : backoff.longest();
    whole = pause.multipliedBy(2);
    double share = 1 - backoff.jitter() * random.nextDouble();
    return Duration.ofNanos((long) (pause.toNanos() * share));
  }
}
