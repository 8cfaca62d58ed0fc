package dev.cashet.history;

import dev.cashet.model.Cause;
import dev.cashet.store.Entry;
import java.util.Optional;

/**
 * What a call that has not been made would meet.
 *
 * @param hit the result that would be served, or the failure that would be thrown again
 * @param cause why an earlier run of the same key would not do
 * @param cached false if the call asks never to be served
 */
public record Prospect(Optional<Entry> hit, Optional<Cause> cause, boolean cached) {}
