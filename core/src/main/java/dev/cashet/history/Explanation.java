package dev.cashet.history;

import dev.cashet.history.Change.Kind;
import dev.cashet.model.BlobRef;
import dev.cashet.model.Cause;
import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.store.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Says why a call is a miss: a run of the same key that will not do, else what differs from the nearest earlier run of
 * the function.
 */
final class Explanation {
  private static final String UNCACHED = "cache=false: it always runs";

  private final History history;
  private final InstantSource clock;

  Explanation(History history, InstantSource clock) {
    this.history = history;
    this.clock = clock;
  }

  /** Before a run. */
  Why of(CallKey key, Prospect prospect) {
    if (prospect.hit().isPresent()) {
      CommitId id = prospect.hit().get().id();
      boolean failed = prospect.hit().get().commit().output().isEmpty();
      String reason = failed
          ? "the failure of commit " + id.shortHex() + " is thrown again"
          : "commit " + id.shortHex() + " is served";
      return new Why(Why.Outcome.HIT, reason, List.of(), Optional.of(id));
    }
    if (!prospect.cached()) {
      return state(UNCACHED, Optional.empty());
    }
    if (prospect.cause().isPresent()) {
      Optional<Entry> earlier = history.latest(key.call().fingerprint());
      return state(reason(prospect.cause().get(), earlier, clock.instant()), earlier);
    }
    return nearest(key, Optional.empty());
  }

  /** After a run. */
  Why of(Entry entry) {
    Commit commit = entry.commit();
    if (!commit.terms().servable()) {
      return state(UNCACHED, Optional.empty());
    }
    Optional<Entry> parent = commit.lineage().parent().flatMap(history::entry);
    Instant started = commit.run().completedAt().minus(commit.run().duration());
    Optional<Cause> cause = commit.run().cause().or(() -> parent.flatMap(it -> cause(it, started)));
    if (cause.isPresent()) {
      return state(reason(cause.get(), parent, started), parent);
    }
    if (parent.isPresent()) {
      String reason = "the same key had a result, and the commit does not say why it would not do";
      return state(reason, parent);
    }
    return nearest(history.key(entry), Optional.of(commit.run().completedAt()));
  }

  /** Two runs side by side. */
  Why between(Entry before, Entry after) {
    List<Change> changes = Differences.between(history.key(before), history.key(after));
    if (changes.isEmpty()) {
      Why own = of(after);
      String same = "both have the same key";
      return new Why(
          Why.Outcome.MISS,
          own.commit().equals(Optional.of(before.id())) ? same + ": " + own.reason() : same,
          own.changes(),
          Optional.of(before.id()));
    }
    return new Why(Why.Outcome.MISS, summary(changes), changes, Optional.of(before.id()));
  }

  private Why nearest(CallKey key, Optional<Instant> before) {
    Optional<Nearest.Found> found = new Nearest(history).find(key, before);
    if (found.isEmpty()) {
      return state(
          "never run: there is no earlier commit of " + key.call().name().shortName(),
          Optional.empty());
    }
    List<Change> changes = found.get().changes();
    return new Why(
        Why.Outcome.MISS,
        summary(changes),
        changes,
        Optional.of(found.get().entry().id()));
  }

  private static Why state(String reason, Optional<Entry> commit) {
    Change change = new Change(Kind.RESULT, reason, Optional.empty(), Optional.empty(), List.of());
    return new Why(Why.Outcome.MISS, reason, List.of(change), commit.map(Entry::id));
  }

  private static String summary(List<Change> changes) {
    int more = changes.size() - 1;
    return changes.get(0).sentence() + (more == 0 ? "" : ", and " + more + " more");
  }

  /** For commits from before causes were kept: what the earlier commit alone shows. */
  private static Optional<Cause> cause(Entry earlier, Instant started) {
    Commit commit = earlier.commit();
    if (commit.outcome() instanceof Commit.Failed) {
      return Optional.of(Cause.FAILED);
    }
    if (!commit.terms().servable()) {
      return Optional.of(Cause.NEVER_SERVED);
    }
    return commit.isServableAt(started) ? Optional.empty() : Optional.of(Cause.EXPIRED);
  }

  private static String reason(Cause cause, Optional<Entry> earlier, Instant asOf) {
    Optional<Commit> commit = earlier.map(Entry::commit);
    return switch (cause) {
      case FORCED -> "forced: there was a result, and the caller asked for a run";
      case FAILED ->
        "failed last time"
            + commit
                .filter(each -> each.outcome() instanceof Commit.Failed)
                .map(each -> " with " + Names.simple(((Commit.Failed) each.outcome()).type()))
                .orElse("");
      case EXPIRED ->
        "expired" + commit.flatMap(Commit::expiresAt).map(at -> since(at, asOf)).orElse("");
      case TOO_OLD ->
        "too old for this call's maxAge: completed"
            + commit.map(each -> since(each.run().completedAt(), asOf)).orElse(" earlier");
      case LOST -> "blob lost: the result's bytes are gone or damaged";
      case UNREADABLE ->
        "codec "
            + commit.flatMap(Commit::output).map(BlobRef::codec).orElse("of the result")
            + " is not available";
      case NEVER_SERVED -> "the earlier run was made with cache=false and is never served";
    };
  }

  private static String since(Instant then, Instant asOf) {
    Duration age = Duration.between(then, asOf);
    return age.isNegative() ? "" : " " + Ages.of(age) + " ago";
  }
}
