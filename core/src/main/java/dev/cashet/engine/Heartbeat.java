package dev.cashet.engine;

import dev.cashet.store.Claims;
import dev.cashet.store.StoreException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Renews the claims of running tasks three times per lease, on one thread that runs no user code. */
final class Heartbeat implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("dev.cashet");

  private final Claims claims;
  private final Duration lease;
  private final ScheduledThreadPoolExecutor timer;

  Heartbeat(Claims claims, Duration lease) {
    this.claims = claims;
    this.lease = lease;
    this.timer = new ScheduledThreadPoolExecutor(1, work -> {
      Thread thread = new Thread(work, "cashet heartbeat");
      thread.setDaemon(true);
      return thread;
    });
    timer.setRemoveOnCancelPolicy(true);
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Renews until cancelled. */
  Future<?> keep(Claims.Grant grant) {
    long period = Math.max(1, lease.toNanos() / 3);
    return timer.scheduleAtFixedRate(() -> renew(grant), period, period, TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void renew(Claims.Grant grant) {
    try {
      claims.renew(grant, lease);
    } catch (StoreException e) {
      // The fence holds even if the claim lapses; the next beat tries again.
      LOG.log(
          System.Logger.Level.DEBUG,
          "{0}: claim not renewed: {1}",
          grant.fingerprint(),
          e.getMessage());
    }
  }
}
