package dev.cashet.maintenance;

import dev.cashet.history.History;
import dev.cashet.model.CommitId;
import dev.cashet.store.LogQuery;
import dev.cashet.store.Pin;
import dev.cashet.store.Removed;
import dev.cashet.store.Store;
import dev.cashet.store.VerifyReport;
import dev.cashet.store.VerifyRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What people do to keep a store small and sound. Hash arguments take a prefix of 4 or more digits, or a pin's name. */
public final class Housekeeping {
  private static final int PAGE = 10_000;

  private final Store store;
  private final History history;
  private final InstantSource clock;

  /** The housekeeping of a store. */
  public Housekeeping(Store store, InstantSource clock) {
    this.store = store;
    this.history = new History(store, clock);
    this.clock = clock;
  }

  /**
   * Removes commits, and results that no other commit has.
   *
   * @throws PinnedException if one of them is pinned; none is removed then
   * @throws dev.cashet.history.NoSuchCommitException if there is no such commit; none is removed then
   */
  public Removed remove(Collection<String> hashes) {
    List<CommitId> ids = new ArrayList<>();
    for (String hash : hashes) {
      ids.add(history.resolve(hash));
    }
    requireUnpinned("remove", ids);
    return store.maintenance().remove(ids);
  }

  /**
   * Removes every commit that has all of these tags.
   *
   * @param tags at least one; an empty {@code Optional} stands for any value
   * @throws PinnedException if one of them is pinned; none is removed then
   */
  public Removed invalidate(Map<String, Optional<String>> tags) {
    if (tags.isEmpty()) {
      throw new IllegalArgumentException(
          "invalidate: give at least one tag; to remove everything, clear the store");
    }
    LogQuery query = LogQuery.newest(PAGE);
    for (Map.Entry<String, Optional<String>> tag : tags.entrySet()) {
      query = tag.getValue().isPresent()
          ? query.tag(tag.getKey(), tag.getValue().get())
          : query.tag(tag.getKey());
    }
    requireUnpinned("invalidate", query);
    Removed removed = Removed.NOTHING;
    while (true) {
      List<CommitId> page = store.commits().list(query).stream()
          .flatMap(entry -> SameRun.of(entry, store.commits()).stream())
          .distinct()
          .toList();
      if (page.isEmpty()) {
        return removed;
      }
      removed = removed.and(store.maintenance().remove(page));
    }
  }

  /** Lets go what the policy says. */
  public GcReport gc(GcPolicy policy) {
    return new Collector(store, Objects.requireNonNull(policy, "policy"), clock).run();
  }

  /** Removes all commits, pins and results; calls that run are not disturbed, and what they make is kept. */
  public Removed clear() {
    Removed removed = store.maintenance().clear();
    store.maintenance().shrink();
    return removed;
  }

  /** Checks everything, and puts right what it can if asked to. */
  public VerifyReport verify(VerifyRequest request) {
    return store.maintenance().verify(request);
  }

  /**
   * Keeps a commit until it is unpinned.
   *
   * @param name a name that stands for the commit from now on; empty for none
   * @throws PinnedException if the name stands for another commit
   */
  public CommitId pin(String hash, Optional<String> name) {
    name.ifPresent(PinName::check);
    CommitId commit = history.resolve(hash);
    CommitId pinned = store.pins().pin(commit, name.orElse(""));
    if (!pinned.equals(commit)) {
      throw new PinnedException("cannot pin "
          + commit.shortHex()
          + " as '"
          + name.orElse("")
          + "': that is the name of commit "
          + pinned.shortHex()
          + "; unpin it first");
    }
    return commit;
  }

  /**
   * Takes pins away.
   *
   * @param hash a hash, or a pin's name, which then is the only pin that goes
   * @param name only the pin of this name
   * @return how many there were
   */
  public int unpin(String hash, Optional<String> name) {
    Optional<CommitId> named = store.pins().named(hash);
    if (named.isPresent() && name.isEmpty()) {
      return store.pins().unpin(named.get(), Optional.of(hash));
    }
    return store.pins().unpin(history.resolve(hash), name);
  }

  /** All pins. */
  public List<Pin> pins() {
    return store.pins().list();
  }

  private void requireUnpinned(String attempted, Collection<CommitId> ids) {
    Set<CommitId> wanted = new HashSet<>(ids);
    for (Pin pin : store.pins().list()) {
      if (wanted.contains(pin.commit())) {
        throw pinned(attempted, pin);
      }
    }
  }

  private void requireUnpinned(String attempted, LogQuery query) {
    for (Pin pin : store.pins().list()) {
      store.commits().get(pin.commit()).ifPresent(entry -> {
        Map<String, String> tags = entry.commit().terms().tags().values();
        boolean matches = query.tags().entrySet().stream()
            .allMatch(tag -> tags.containsKey(tag.getKey())
                && tag.getValue().map(tags.get(tag.getKey())::equals).orElse(true));
        if (matches) {
          throw pinned(attempted, pin);
        }
      });
    }
  }

  private static PinnedException pinned(String attempted, Pin pin) {
    String as = pin.name().isEmpty() ? "" : " as '" + pin.name() + "'";
    return new PinnedException("cannot " + attempted + " commit " + pin.commit().shortHex()
        + ": it is pinned" + as + "; unpin it first (nothing was removed)");
  }
}
