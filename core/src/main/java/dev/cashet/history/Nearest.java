package dev.cashet.history;

import dev.cashet.history.Change.Kind;
import dev.cashet.model.Commit;
import dev.cashet.model.Digest;
import dev.cashet.store.Entry;
import dev.cashet.store.LogQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The earlier commit of a function that a call is best compared with: one of the same arguments, so that what shows is
 * the code; else one of the same code, so that what shows are the arguments; else the newest. Among several the one with
 * the fewest changes, then the newest.
 */
final class Nearest {
  /** How far back it looks: newest first, since that is what people mean by "again". */
  private static final int LOOKED_AT = 1_000;

  /** Versions of the code whose trees are compared. */
  private static final int VERSIONS = 12;

  private final History history;

  Nearest(History history) {
    this.history = history;
  }

  /**
   * A commit and what differs from it.
   *
   * @param entry the commit
   * @param changes what differs
   */
  record Found(Entry entry, List<Change> changes) {}

  /** The best one for this key among those completed before a moment. */
  Optional<Found> find(CallKey key, Optional<Instant> before) {
    LogQuery query = LogQuery.newest(LOOKED_AT).function(key.call().name().qualifiedName());
    List<Entry> earlier = history.entries(before.map(query::until).orElse(query));
    List<Entry> others = new ArrayList<>();
    List<Entry> sameArguments = new ArrayList<>();
    List<Entry> sameCode = new ArrayList<>();
    for (Entry entry : earlier) {
      Commit.Call call = entry.commit().call();
      if (call.fingerprint().equals(key.call().fingerprint())) {
        continue;
      }
      others.add(entry);
      if (call.argumentsDigest().equals(key.call().argumentsDigest())) {
        sameArguments.add(entry);
      } else if (call.function().equals(key.call().function())) {
        sameCode.add(entry);
      }
    }
    return best(key, versions(sameArguments))
        .or(() -> best(key, sameCode))
        .or(() -> best(key, versions(others)));
  }

  /** The newest commit of each version of the code, since their trees are the same. */
  private static List<Entry> versions(List<Entry> entries) {
    Map<Digest, Boolean> seen = new HashMap<>();
    List<Entry> versions = new ArrayList<>();
    for (Entry entry : entries) {
      if (seen.putIfAbsent(entry.commit().call().function(), true) == null) {
        versions.add(entry);
      }
      if (versions.size() == VERSIONS) {
        break;
      }
    }
    return versions;
  }

  private Optional<Found> best(CallKey key, List<Entry> candidates) {
    Optional<Found> best = Optional.empty();
    for (Entry entry : candidates) {
      // Where the code is the same, its record is not needed.
      boolean sameCode = entry.commit().call().function().equals(key.call().function());
      CallKey other = new CallKey(
          entry.commit().call(),
          entry.commit().arguments(),
          sameCode ? Optional.empty() : history.record(entry.commit().call().record()));
      List<Change> changes = Differences.between(other, key);
      if (best.isEmpty() || weight(changes) < weight(best.get().changes())) {
        best = Optional.of(new Found(entry, changes));
      }
    }
    return best;
  }

  private static int weight(List<Change> changes) {
    return changes.stream()
        .mapToInt(change -> change.kind() == Kind.CALL ? 0 : 1)
        .sum();
  }
}
