package dev.cashet.local;

import dev.cashet.store.BlobStore;
import dev.cashet.store.Claims;
import dev.cashet.store.CommitStore;
import dev.cashet.store.Maintenance;
import dev.cashet.store.Pins;
import dev.cashet.store.Store;
import dev.cashet.store.StoreStats;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that counts how often it is asked for the newest commit of a key. */
final class CountingStore implements Store {
  private final LocalStore store;
  private final AtomicInteger lookUps = new AtomicInteger();
  private final CommitStore commits;

  CountingStore(LocalStore store) {
    this.store = store;
    this.commits = (CommitStore) Proxy.newProxyInstance(
        CountingStore.class.getClassLoader(),
        new Class<?>[] {CommitStore.class},
        (proxy, method, arguments) -> {
          if (method.getName().equals("newest")) {
            lookUps.incrementAndGet();
          }
          try {
            return method.invoke(store.commits(), arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  int lookUps() {
    return lookUps.get();
  }

  @Override
  public BlobStore blobs() {
    return store.blobs();
  }

  @Override
  public CommitStore commits() {
    return commits;
  }

  @Override
  public Claims claims() {
    return store.claims();
  }

  @Override
  public Pins pins() {
    return store.pins();
  }

  @Override
  public Maintenance maintenance() {
    return store.maintenance();
  }

  @Override
  public int smallObjectLimit() {
    return store.smallObjectLimit();
  }

  @Override
  public void record(StoreStats.Use use) {
    store.record(use);
  }

  @Override
  public OptionalLong generation() {
    return store.generation();
  }

  @Override
  public Optional<Path> indexDirectory() {
    return store.indexDirectory();
  }

  @Override
  public String location() {
    return store.location();
  }

  @Override
  public void close() {
    store.close();
  }
}
