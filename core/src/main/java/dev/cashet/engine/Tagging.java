package dev.cashet.engine;

import dev.cashet.model.Commit;
import dev.cashet.model.Tags;
import dev.cashet.store.Entry;
import dev.cashet.store.Store;
import dev.cashet.store.StoreReadOnlyException;
import java.util.List;
import java.util.Optional;

/**
 * Tags given on a hit: a commit never changes, so a result that gets other words gets another commit, of the same run with
 * the same bytes, whose parent is the one that was found. A hit whose tags are there already writes nothing.
 */
final class Tagging {
  private static final System.Logger LOG = System.getLogger("dev.cashet");

  private final Store store;

  Tagging(Store store) {
    this.store = store;
  }

  /** The commit to be served; the one that was found if it has these tags, or if the store cannot be written. */
  Entry withTags(Entry hit, Tags tags) {
    Tags before = hit.commit().terms().tags();
    if (before.values().entrySet().containsAll(tags.values().entrySet())) {
      return hit;
    }
    Commit tagged = tagged(hit, before.and(tags));
    try {
      return new Entry(
          store.commits().add(tagged, hit.small().map(List::of).orElse(List.of())),
          tagged,
          hit.small());
    } catch (StoreReadOnlyException e) {
      LOG.log(
          System.Logger.Level.DEBUG,
          "{0}: tags of a hit on commit {1} not kept, the store is read-only",
          hit.commit().call().fingerprint(),
          hit.id().shortHex());
      return hit;
    }
  }

  private static Commit tagged(Entry hit, Tags tags) {
    Commit.Run run = hit.commit().run();
    Commit.Terms terms = hit.commit().terms();
    return new Commit(
        hit.commit().call(),
        hit.commit().arguments(),
        new Commit.Run(
            // Just after it, so that it is the newest of its key and lives as long.
            run.completedAt().plusNanos(1),
            run.duration(),
            run.attempts(),
            run.executor(),
            run.host(),
            run.cause()),
        hit.commit().outcome(),
        new Commit.Lineage(hit.commit().lineage().inputs(), Optional.of(hit.id())),
        new Commit.Terms(tags, terms.ttl(), terms.servable()));
  }
}
