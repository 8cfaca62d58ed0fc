package dev.cashet.store;

import dev.cashet.model.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who is at work on which key. At most one grant per key is valid at a time; every new grant has a higher token than
 * all before it, and {@link CommitStore#append} refuses a commit whose grant is no longer the valid one. Safe for many
 * threads and processes.
 */
public interface Claims {
  /**
   * Asks for a key without waiting.
   *
   * @param fingerprint the key
   * @param task what people see while it runs
   * @param lease how long the grant stands without renewal; an owner that is known to be dead loses it at once
   * @throws StoreException if the store cannot be written
   */
  Acquire acquire(Fingerprint fingerprint, String task, Duration lease);

  /** The answer to {@link #acquire}. */
  sealed interface Acquire {
    /**
     * The key is the caller's until released, appended to, or lapsed.
     *
     * @param grant the proof
     */
    record Granted(Grant grant) implements Acquire {}

    /**
     * Another owner has the key.
     *
     * @param holder who
     */
    record HeldBy(Holder holder) implements Acquire {}
  }

  /**
   * The proof of a claim.
   *
   * @param fingerprint the key
   * @param token the fencing token: higher than that of every earlier grant of this store
   */
  record Grant(Fingerprint fingerprint, long token) {}

  /**
   * Who holds a key.
   *
   * @param fingerprint the key
   * @param task what runs
   * @param host where
   * @param pid in which process
   * @param since since when
   * @param until when the claim lapses if it is not renewed
   */
  record Holder(
      Fingerprint fingerprint, String task, String host, long pid, Instant since, Instant until) {}

  /** Prolongs a claim; false if it was lost. */
  boolean renew(Grant grant, Duration lease);

  /** Ends a claim without a commit; does nothing if it was lost. */
  void release(Grant grant);

  /**
   * Notes that the tasks that run under these claims wait for a key, unless they would wait for ever because the key's
   * owner waits, directly or through others, for one of them. Looking and noting are one step, so that of all the waits of
   * a circle the last one sees it. A note ends with its claim at the latest.
   *
   * @return empty if it was noted; else the owners from the key's own to the one that waits for one of the claims, and
   *     that claim's
   */
  List<Holder> startWait(List<Grant> waiting, Fingerprint awaited);

  /** The tasks that run under these claims no longer wait for that key. */
  void endWait(List<Grant> waiting, Fingerprint awaited);

  /** Who holds this key, if anyone alive does. */
  Optional<Holder> holder(Fingerprint fingerprint);

  /** All claims of living owners. */
  List<Holder> running();
}
