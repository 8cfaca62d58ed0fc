package dev.cashet;

import dev.cashet.codec.UnserializableException;
import dev.cashet.engine.Verdict;
import dev.cashet.model.CashetException;
import dev.cashet.model.Commit;
import dev.cashet.store.Entry;

/** A failed run as the exception that its caller sees. */
final class Failures {
  private Failures() {}

  static CashetException exception(Verdict.Failed failed) {
    Entry entry = failed.entry();
    Throwable cause = failed.failure().cause();
    if (cause instanceof UnserializableException unserializable) {
      return unserializable;
    }
    String hash = entry.id().hex();
    int attempts = entry.commit().run().attempts();
    if (failed.failure().timeout().isPresent()) {
      return new TaskTimeoutException(failed.failure().timeout().get(), cause, hash, attempts);
    }
    // Without the call's secrets, unlike the cause.
    String text = ((Commit.Failed) entry.commit().outcome()).message();
    return TaskException.of(entry.commit().call().name().shortName(), text, cause, hash, attempts);
  }
}
