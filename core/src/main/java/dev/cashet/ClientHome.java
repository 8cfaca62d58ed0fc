package dev.cashet;

import dev.cashet.executor.Home;
import java.io.Serializable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A client as another process opens it: of the same store, with the same options for its calls. It runs nested tasks in
 * the thread that submits them, and stays open as long as that process lives.
 *
 * @param url the store's address
 * @param lease how long a claim stands without a sign of life
 * @param durable whether what is acknowledged survives a power failure
 * @param options options for every call, as {@link TaskOptions#told()} tells them
 */
record ClientHome(
    String url, Duration lease, boolean durable, HashMap<String, Serializable> options)
    implements Home {
  private static final long serialVersionUID = 1L;
  private static final Map<ClientHome, Cashet> OPEN = new ConcurrentHashMap<>();

  @Override
  public <T> T call(Callable<T> work) throws Exception {
    return Current.call(OPEN.computeIfAbsent(this, ClientHome::open), work);
  }

  private Cashet open() {
    return Cashet.builder()
        .storeUrl(url)
        .claimLease(lease)
        .durable(durable)
        .options(TaskOptions.of(options))
        .insideTask()
        .build();
  }
}
