package dev.cashet.engine;

import dev.cashet.model.Fingerprint;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calls that run in this JVM through this engine, by key: whoever comes second waits for the first one's verdict
 * without asking the store. An entry goes when its run ends.
 */
final class InFlight {
  private final Map<Fingerprint, CompletableFuture<Verdict>> running = new ConcurrentHashMap<>();

  /** Null if the caller is the first and must call {@link #end}; else the first one's verdict to come. */
  @org.jspecify.annotations.Nullable
  CompletableFuture<Verdict> join(Fingerprint fingerprint, CompletableFuture<Verdict> mine) {
    return running.putIfAbsent(fingerprint, mine);
  }

  void end(Fingerprint fingerprint, CompletableFuture<Verdict> mine) {
    running.remove(fingerprint, mine);
  }
}
