package dev.cashet.store.sqlite;

import dev.cashet.model.CommitId;
import dev.cashet.store.StoreException;
import dev.cashet.store.StoreStats;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What was used and how often: collected in memory, written in one transaction now and then and on closing. Worth keeping
 * but not worth failing for, so a store that cannot be written loses it, and no hit ever waits for it.
 */
final class Uses {
  /** So many commits wait at most; the notes of more are written before their time. */
  private static final int MANY = 20_000;

  private record Use(Instant at, long hits) {
    Use and(Use more) {
      return new Use(at.isAfter(more.at) ? at : more.at, hits + more.hits);
    }
  }

  private final SqliteDatabase database;
  private final InstantSource clock;
  private final UseTimer timer = new UseTimer(this::flush);
  private final Map<CommitId, Use> noted = new ConcurrentHashMap<>();
  private final AtomicReference<StoreStats.Use> counted =
      new AtomicReference<>(StoreStats.Use.NONE);

  Uses(SqliteDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  void count(StoreStats.Use use) {
    counted.accumulateAndGet(use, StoreStats.Use::and);
    timer.start();
  }

  void note(CommitId commit, boolean hit) {
    if (noted.size() < MANY || noted.containsKey(commit)) {
      noted.merge(commit, new Use(clock.instant(), hit ? 1 : 0), Use::and);
    }
    timer.start();
  }

  void close() {
    timer.close();
    flush();
  }

  void flush() {
    StoreStats.Use use = counted.getAndSet(StoreStats.Use.NONE);
    List<Map.Entry<CommitId, Use>> uses = take();
    if (use.equals(StoreStats.Use.NONE) && uses.isEmpty() || !database.exists()) {
      return;
    }
    try {
      database.write("save what was used", session -> {
        PreparedStatement update = session.prepare("UPDATE commits SET used_at = max(used_at, ?),"
            + " hits = hits + ? WHERE id64 = ? AND id = ?");
        for (Map.Entry<CommitId, Use> each : uses) {
          update.setLong(1, Keys.nanos(each.getValue().at()));
          update.setLong(2, each.getValue().hits());
          update.setLong(3, Keys.prefix(each.getKey().digest()));
          update.setBytes(4, each.getKey().digest().toBytes());
          update.executeUpdate();
        }
        Counters.add(session, Counters.HITS, use.hits());
        Counters.add(session, Counters.MISSES, use.misses());
        return Counters.add(session, Counters.SAVED_NANOS, use.timeSaved().toNanos());
      });
    } catch (StoreException | IllegalStateException e) {
      System.getLogger("dev.cashet.store")
          .log(System.Logger.Level.DEBUG, "what was used is not saved: {0}", e.getMessage());
    }
  }

  private List<Map.Entry<CommitId, Use>> take() {
    List<Map.Entry<CommitId, Use>> taken = new ArrayList<>();
    for (CommitId commit : noted.keySet()) {
      Use use = noted.remove(commit);
      if (use != null) {
        taken.add(Map.entry(commit, use));
      }
    }
    return taken;
  }
}
