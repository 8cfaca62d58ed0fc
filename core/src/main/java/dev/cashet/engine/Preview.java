package dev.cashet.engine;

import dev.cashet.model.Argument;
import dev.cashet.model.Cause;
import dev.cashet.model.Commit;
import dev.cashet.model.Digest;
import dev.cashet.model.FunctionRecord;
import dev.cashet.store.Entry;
import java.util.List;
import java.util.Optional;

/**
 * What submitting a call would meet now.
 *
 * @param call its key, as its commit would hold it
 * @param arguments its arguments likewise
 * @param function what is known of its code
 * @param hit the result that would be served, or the failure that would be thrown again
 * @param cause why an earlier run of the key would not do
 * @param cached false if the call asks never to be served
 */
public record Preview(
    Commit.Call call,
    List<Argument> arguments,
    FunctionRecord function,
    Optional<Entry> hit,
    Optional<Cause> cause,
    boolean cached) {
  static Preview of(KeyedCall call, Optional<Entry> hit, Optional<Cause> cause) {
    FunctionRecord function = call.function().record();
    return new Preview(
        new Commit.Call(
            call.name(),
            call.fingerprint(),
            call.function().digest(),
            call.arguments().all(),
            Digest.sha256(function.encode()),
            call.policy().key().remembered()),
        Recorder.arguments(call),
        function,
        hit,
        cause,
        call.policy().reuse().cache());
  }
}
