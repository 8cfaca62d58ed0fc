package dev.cashet.engine;

import dev.cashet.model.Fingerprint;
import dev.cashet.store.Claims;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A call on its way in this JVM, from the look-up that found nothing to its verdict. */
final class Flight implements Patience.Awaited {
  private final KeyedCall call;
  private final @Nullable Flight outer;
  private final int depth;
  private final String thread;
  private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();
  private final Set<Flight> waiters = new HashSet<>(2);
  private final AtomicBoolean reported = new AtomicBoolean();
  private volatile Claims.@Nullable Grant grant;
  private @Nullable Patience patience;

  /** A call that was made inside another, or by the program itself. */
  Flight(KeyedCall call, @Nullable Flight outer) {
    this.call = call;
    this.outer = outer;
    this.depth = outer == null ? 1 : outer.depth + 1;
    this.thread = Thread.currentThread().getName();
  }

  KeyedCall call() {
    return call;
  }

  Fingerprint fingerprint() {
    return call.fingerprint();
  }

  String name() {
    return call.name().shortName();
  }

  /** The task that made this call; null if it was the program itself. */
  @Nullable
  Flight outer() {
    return outer;
  }

  /** How many calls are on their way one inside the other, with this one. */
  int depth() {
    return depth;
  }

  @Override
  public String owner() {
    return "thread " + thread + " of this program";
  }

  @Override
  public boolean isWorthALine() {
    return !reported.getAndSet(true);
  }

  /** The verdict to come; cancelled if the flight ends without one. */
  CompletableFuture<Verdict> verdict() {
    return verdict;
  }

  boolean hasEnded() {
    return verdict.isDone();
  }

  /** The tasks that wait for this call; guarded by the lock of {@link WaitsFor}. */
  Set<Flight> waiters() {
    return waiters;
  }

  /** It runs under this claim from now on. */
  void runsUnder(Claims.Grant claim) {
    grant = claim;
  }

  /** How long this call has waited for others; only its own thread asks. */
  Patience patience(Patience.Terms terms) {
    Patience known = patience;
    if (known == null) {
      known = new Patience(this, terms);
      patience = known;
    }
    return known;
  }

  /** The claims of the tasks around this call: all of them wait while it waits. */
  List<Claims.Grant> claimsAround() {
    List<Claims.Grant> claims = new ArrayList<>();
    for (Flight each = outer; each != null; each = each.outer) {
      if (!each.hasEnded()) {
        Optional.ofNullable(each.grant).ifPresent(claims::add);
      }
    }
    return claims;
  }
}
