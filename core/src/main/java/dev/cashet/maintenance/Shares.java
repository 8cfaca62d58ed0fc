package dev.cashet.maintenance;

import dev.cashet.store.Candidate;
import java.util.HashMap;
import java.util.Map;

/** Which results go with the commits that are let go: one that several commits name goes with the last of them. */
final class Shares {
  private final Map<Long, Integer> left = new HashMap<>();
  private long freed;

  /** The bytes of a result that go when this commit of it goes too. */
  long freedBy(Candidate.Result result) {
    if (result.commits() == 0 || result.commits() >= Candidate.Result.MANY) {
      return 0;
    }
    int others = left.getOrDefault(result.key(), result.commits()) - 1;
    left.put(result.key(), others);
    if (others > 0) {
      return 0;
    }
    freed++;
    return result.storedBytes();
  }

  /** How many results went since this was last asked. */
  long takeFreed() {
    long count = freed;
    freed = 0;
    return count;
  }

  /** The store's own counts are true again. */
  void clear() {
    left.clear();
    freed = 0;
  }
}
