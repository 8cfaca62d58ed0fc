package dev.cashet;

import dev.cashet.engine.Engine;
import dev.cashet.engine.KeyedCall;
import dev.cashet.engine.Request;
import dev.cashet.history.Why;
import dev.cashet.model.Invocation;
import dev.cashet.store.Entry;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** A client seen through options. */
final class View implements Submitter {
  private final Cashet client;
  private final TaskOptions options;

  View(Cashet client, TaskOptions options) {
    this.client = client;
    this.options = options;
  }

  /** The client behind a submitter, with its options. */
  static View of(Submitter submitter) {
    return submitter instanceof View view
        ? view
        : new View((Cashet) submitter, TaskOptions.defaults());
  }

  @Override
  public <R> ResultRef<R> submit(Invocation invocation) {
    return client.ref(client.engine().submit(request(invocation)));
  }

  @Override
  public boolean isCached(Invocation invocation) {
    return client.engine().isCached(request(invocation));
  }

  @Override
  public <R> CompletableFuture<ResultRef<R>> submitAsync(Invocation invocation) {
    Objects.requireNonNull(invocation, "invocation");
    return client.crew().async(() -> submit(invocation));
  }

  @Override
  public Why why(Invocation invocation) {
    return client.why(client.engine().preview(request(invocation)));
  }

  @Override
  public Submitter with(TaskOptions more) {
    return and(Objects.requireNonNull(more, "options"));
  }

  /** The same with options that win over these. */
  View and(TaskOptions more) {
    return new View(client, more.orElse(options));
  }

  /** The same with options that these win over. */
  View orElse(TaskOptions less) {
    return new View(client, options.orElse(less));
  }

  Engine engine() {
    return client.engine();
  }

  Crew crew() {
    return client.crew();
  }

  Request request(Invocation invocation) {
    return client.request(invocation, options);
  }

  KeyedCall key(Invocation invocation) {
    return client.engine().key(request(invocation));
  }

  KeyedCall keyToSubmit(Invocation invocation) {
    return client.engine().keyToSubmit(request(invocation));
  }

  <R> ResultRef<R> submit(KeyedCall call) {
    return client.ref(client.engine().submit(call));
  }

  /** The reference to a hit that was found for the call. */
  <R> ResultRef<R> ref(KeyedCall call, Entry hit) {
    return client.ref(client.engine().found(call, hit));
  }
}
