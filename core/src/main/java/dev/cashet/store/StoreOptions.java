package dev.cashet.store;

import java.time.InstantSource;

/**
 * What a client asks of a store.
 *
 * @param clock the time for leases
 * @param durable whether an acknowledged commit must survive a power failure, not only a crash
 */
public record StoreOptions(InstantSource clock, boolean durable) {
  /** System clock; survives a crash of the process, and is never damaged by a power failure. */
  public static StoreOptions defaults() {
    return new StoreOptions(InstantSource.system(), false);
  }
}
