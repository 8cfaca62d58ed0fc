package dev.cashet.archive;

import dev.cashet.history.History;
import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.model.MalformedRecordException;
import dev.cashet.store.Entry;
import dev.cashet.store.LogQuery;
import dev.cashet.store.Store;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The names of the commits that a selection means, oldest first; the commits themselves are not kept in memory. */
final class Selected {
  private static final int PAGE = 2_000;

  private final Store store;
  private final History history;
  private final Set<CommitId> found = new LinkedHashSet<>();

  Selected(Store store, History history) {
    this.store = store;
    this.history = history;
  }

  List<CommitId> of(Selection selection) {
    if (selection.hashes().isEmpty()) {
      pages(selection.query());
    } else {
      selection.hashes().forEach(hash -> found.add(history.find(hash).id()));
    }
    if (selection.lineage()) {
      inputs();
    }
    List<CommitId> ids = new ArrayList<>(found);
    Collections.reverse(ids);
    return ids;
  }

  /** Page by page backwards in time, since new commits may come meanwhile; several can share an instant. */
  private void pages(LogQuery query) {
    int limit = PAGE;
    LogQuery next = query;
    while (true) {
      List<Entry> page = store.commits().list(limited(next, limit));
      int before = found.size();
      page.forEach(entry -> found.add(entry.id()));
      if (page.size() < limit) {
        return;
      }
      Instant last = page.get(page.size() - 1).commit().run().completedAt();
      next = query.until(last.plusNanos(1));
      limit = found.size() == before ? limit * 2 : PAGE;
    }
  }

  private static LogQuery limited(LogQuery query, int limit) {
    return new LogQuery(
        query.function(), query.fingerprint(), query.status(), query.tags(), query.window(), limit);
  }

  private void inputs() {
    Deque<CommitId> left = new ArrayDeque<>(found);
    while (!left.isEmpty()) {
      for (Commit.Input input : inputs(left.remove())) {
        input.commit().filter(id -> isThere(id) && found.add(id)).ifPresent(left::add);
      }
    }
  }

  private List<Commit.Input> inputs(CommitId id) {
    return entry(id).map(entry -> entry.commit().lineage().inputs()).orElse(List.of());
  }

  private boolean isThere(CommitId id) {
    return !found.contains(id) && entry(id).isPresent();
  }

  private Optional<Entry> entry(CommitId id) {
    try {
      return store.commits().get(id);
    } catch (MalformedRecordException e) {
      return Optional.empty();
    }
  }
}
