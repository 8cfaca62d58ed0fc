package dev.cashet.store;

import java.net.URI;

/** Opens stores of one kind; found by {@link java.util.ServiceLoader}. */
public interface StoreProvider {
  /** Whether this provider opens URLs of this scheme, for example {@code sqlite}. */
  boolean handles(String scheme);

  /**
   * Opens the store.
   *
   * @param url its address; credentials in it never appear in a message
   * @param options what the client asks of it
   * @throws StoreException if it cannot be opened
   */
  Store open(URI url, StoreOptions options);
}
