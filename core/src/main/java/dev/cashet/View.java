package dev.cashet;

import dev.cashet.history.Why;
import dev.cashet.model.Invocation;

/** A client seen through options. */
final class View implements Submitter {
  private final Cashet client;
  private final TaskOptions options;

  View(Cashet client, TaskOptions options) {
    this.client = client;
    this.options = options;
  }

  @Override
  public <R> ResultRef<R> submit(Invocation invocation) {
    return client.submit(invocation, options);
  }

  @Override
  public boolean isCached(Invocation invocation) {
    return client.isCached(invocation, options);
  }

  @Override
  public Why why(Invocation invocation) {
    return client.why(invocation, options);
  }

  @Override
  public Submitter with(TaskOptions more) {
    return new View(client, more.orElse(options));
  }
}
