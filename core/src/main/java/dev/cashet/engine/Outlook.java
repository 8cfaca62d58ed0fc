package dev.cashet.engine;

import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.store.Entry;
import dev.cashet.store.LogQuery;
import dev.cashet.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What can be said of a call that has not run: why it would, and how long that usually takes. Only reads. */
final class Outlook {
  private static final int RUNS_LOOKED_AT = 20;

  private final Store store;
  private final InstantSource clock;

  Outlook(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Why a call would run, in a few words. */
  String reasonToRun(KeyedCall call) {
    Policy.Reuse reuse = call.policy().reuse();
    if (!reuse.cache()) {
      return "it is asked not to be cached";
    }
    if (reuse.force()) {
      return "it is forced";
    }
    Optional<Entry> newest = store.commits().newest(call.fingerprint());
    if (newest.isPresent()) {
      return reason(newest.get(), clock.instant());
    }
    Optional<CommitId> latest = store.commits().latest(call.fingerprint());
    return latest.isPresent()
        ? "its last run, commit " + latest.get().shortHex() + ", has no result to serve"
        : "there is no result of this code with these arguments";
  }

  /** The median of the last runs of a function; empty if there is none. */
  Optional<Duration> usualDuration(String function) {
    List<Duration> durations = store
        .commits()
        .list(LogQuery.newest(RUNS_LOOKED_AT).function(function).status(Commit.Status.COMPLETED))
        .stream()
        .map(entry -> entry.commit().run().duration())
        .sorted()
        .toList();
    return durations.isEmpty()
        ? Optional.empty()
        : Optional.of(durations.get(durations.size() / 2));
  }

  private static String reason(Entry newest, Instant now) {
    String commit = "the result of commit " + newest.id().shortHex();
    Commit.Status status = newest.commit().statusAt(now);
    return status == Commit.Status.EXPIRED
        ? commit + " has expired"
        : commit + " is too old for this call, or cannot be read";
  }
}
