package dev.cashet.engine;

import dev.cashet.codec.Immutability;
import dev.cashet.model.Fingerprint;
import dev.cashet.store.Entry;
import dev.cashet.store.SmallObject;
import dev.cashet.store.Store;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Commits and results that were read lately, bounded by bytes. What is here was the newest commit of its key when the
 * store's {@link Store#generation} was what it was noted with, and is served while that has not changed; afterwards it is
 * looked up again. So a collection, an invalidation or a forced run anywhere is seen by the next call here.
 *
 * <p>A hit takes no lock and writes nothing but a mark in its own entry. Room is made by the clock algorithm (F. J.
 * Corbató, A Paging Experiment with the Multics System, 1968): entries in the order in which they came, one that was used
 * since the last round passes once more. Rejected: an order of access as in LinkedHashMap (a lock for each hit); a library
 * with a better hit rate (core needs nothing but the JDK, and what falls out of the heap costs some microseconds, not a
 * run).
 */
final class HeapTier {
  /** No single entry takes more than this part of the whole. */
  private static final int LARGEST_PART = 8;

  private static final int ORDER_SLACK = 100;

  private final Store store;
  private final long maxBytes;
  private final Map<Fingerprint, Held> held = new ConcurrentHashMap<>();
  private final ReentrantLock changing = new ReentrantLock();
  private final ArrayDeque<Held> order = new ArrayDeque<>();
  private long bytes;

  /**
   * A tier.
   *
   * @param maxBytes 0 for none
   */
  HeapTier(Store store, long maxBytes) {
    this.store = store;
    this.maxBytes = maxBytes;
  }

  /** The newest commit of this key for certain; null if only the store knows. */
  @Nullable
  Held find(Fingerprint fingerprint) {
    Held found = held.get(fingerprint);
    if (found == null) {
      return null;
    }
    OptionalLong now = store.generation();
    if (now.isEmpty() || now.getAsLong() != found.generation()) {
      return null;
    }
    found.use();
    return found;
  }

  /** What is kept of this very entry, whether or not it is still the newest; null if nothing is. */
  @Nullable
  Held of(Entry entry) {
    Held found = held.get(entry.commit().call().fingerprint());
    return found != null && found.entry() == entry ? found : null;
  }

  /** The number to note an entry with, taken before the entry is read; empty if it cannot be kept. */
  OptionalLong generation() {
    return maxBytes == 0 ? OptionalLong.empty() : store.generation();
  }

  /** Keeps what was read of the store; gives the entry to go on with, the one that is kept already if it is the same. */
  Entry keep(Entry entry, OptionalLong generation) {
    if (generation.isEmpty()) {
      return entry;
    }
    Held before = held.get(entry.commit().call().fingerprint());
    if (before != null && before.entry().id().equals(entry.id())) {
      before.confirm(generation.getAsLong());
      return before.entry();
    }
    Held fresh = new Held(entry, generation.getAsLong());
    if (fresh.weight() <= maxBytes / LARGEST_PART) {
      put(fresh);
    }
    return entry;
  }

  /** Keeps a value that was decoded, for callers with the same class loader, if nobody can change it. */
  void keepValue(Held entry, @Nullable Object value, ClassLoader loader) {
    if (Immutability.isCertain(value)) {
      keep(entry, new Held.Contents(null, new Held.Shared(value, loader)));
    }
  }

  /** Keeps the bytes of a result. */
  void keepBytes(Held entry, SmallObject serialised) {
    keep(entry, new Held.Contents(serialised, null));
  }

  /** Whether a result of this size, serialised, is worth holding as a whole. */
  boolean takes(long sizeBytes) {
    return sizeBytes < maxBytes / LARGEST_PART;
  }

  private void keep(Held entry, Held.Contents contents) {
    if (entry.weightWith(contents) > maxBytes / LARGEST_PART) {
      return;
    }
    changing.lock();
    try {
      long before = entry.weight();
      entry.keep(contents);
      if (held.get(entry.fingerprint()) == entry) {
        bytes += entry.weight() - before;
        makeRoom();
      }
    } finally {
      changing.unlock();
    }
  }

  private void put(Held fresh) {
    changing.lock();
    try {
      Held before = held.put(fresh.fingerprint(), fresh);
      bytes += fresh.weight() - (before == null ? 0 : before.weight());
      order.add(fresh);
      if (order.size() > 2 * held.size() + ORDER_SLACK) {
        order.removeIf(each -> held.get(each.fingerprint()) != each);
      }
      makeRoom();
    } finally {
      changing.unlock();
    }
  }

  /** The caller holds the lock. */
  private void makeRoom() {
    while (bytes > maxBytes && !order.isEmpty()) {
      Held oldest = order.remove();
      if (held.get(oldest.fingerprint()) != oldest) {
        continue;
      }
      if (oldest.wasUsed()) {
        order.add(oldest);
      } else {
        held.remove(oldest.fingerprint(), oldest);
        bytes -= oldest.weight();
      }
    }
  }
}
