package dev.cashet.engine;

import dev.cashet.model.Cause;
import dev.cashet.model.Commit;
import dev.cashet.store.LogQuery;
import dev.cashet.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What can be said of a call that has not run: why it would, and how long that usually takes. Only reads. */
final class Outlook {
  private static final int RUNS_LOOKED_AT = 20;

  private final Store store;
  private final Lookup lookup;

  Outlook(Store store, Lookup lookup) {
    this.store = store;
    this.lookup = lookup;
  }

  /** Why a call would run, in a few words. */
  String reasonToRun(KeyedCall call) {
    Policy.Reuse reuse = call.policy().reuse();
    if (!reuse.cache()) {
      return "it is asked not to be cached";
    }
    return lookup
        .cause(call.fingerprint(), reuse)
        .map(Outlook::inWords)
        .orElse("there is no result of this code with these arguments");
  }

  private static String inWords(Cause cause) {
    return switch (cause) {
      case FORCED -> "it is forced";
      case FAILED -> "its last run failed";
      case EXPIRED -> "the result has expired";
      case TOO_OLD -> "the result is older than this call takes";
      case LOST -> "the result's bytes are gone or damaged";
      case UNREADABLE -> "the result's codec is not here";
      case NEVER_SERVED -> "earlier runs asked never to be served";
    };
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
}
