package dev.cashet.engine;

import dev.cashet.store.Claims;
import dev.cashet.store.StoreException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Renews the claims of running tasks three times per lease, on one thread that runs no user code. A task that ends before
 * the next beat, which is nearly every one, costs an entry in a table.
 */
final class Heartbeat implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("dev.cashet");

  private final Claims claims;
  private final Duration lease;
  private final Set<Claims.Grant> running = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closing = new CountDownLatch(1);
  private @Nullable Thread thread;
  private volatile boolean beats;

  Heartbeat(Claims claims, Duration lease) {
    this.claims = claims;
    this.lease = lease;
  }

  /** Renews until told otherwise. */
  void keep(Claims.Grant grant) {
    running.add(grant);
    if (!beats) {
      start();
    }
  }

  void end(Claims.Grant grant) {
    running.remove(grant);
  }

  @Override
  public void close() {
    closing.countDown();
    Shutdown.forget(this);
  }

  /** The program ends: whoever waits need not wait for leases to lapse. */
  void releaseAll() {
    for (Claims.Grant grant : running) {
      if (running.remove(grant)) {
        claims.release(grant);
      }
    }
  }

  private synchronized void start() {
    if (thread != null) {
      return;
    }
    Thread started = new Thread(this::beat, "cashet heartbeat");
    started.setDaemon(true);
    started.start();
    thread = started;
    beats = true;
    Shutdown.remember(this);
  }

  private void beat() {
    long period = Math.max(1, lease.toNanos() / 3);
    try {
      while (!closing.await(period, TimeUnit.NANOSECONDS)) {
        running.forEach(this::renew);
      }
    } catch (InterruptedException e) {
      // Nobody interrupts this thread but a virtual machine that ends.
      Thread.currentThread().interrupt();
    }
  }

  private void renew(Claims.Grant grant) {
    try {
      if (!claims.renew(grant, lease)) {
        running.remove(grant);
      }
    } catch (StoreException | IllegalStateException e) {
      // The fence holds even if the claim lapses; the next beat tries again.
      LOG.log(
          System.Logger.Level.DEBUG,
          "{0}: claim not renewed: {1}",
          grant.fingerprint(),
          e.getMessage());
    }
  }
}
