package dev.cashet.local;

import dev.cashet.store.Store;
import dev.cashet.store.StoreOptions;
import dev.cashet.store.StoreProvider;
import java.net.URI;
import java.nio.file.Path;

/** Opens {@code sqlite:PATH}: a directory with a SQLite database and files for large results. */
public final class LocalStoreProvider implements StoreProvider {
  /** For the service loader. */
  public LocalStoreProvider() {}

  @Override
  public boolean handles(String scheme) {
    return scheme.equals("sqlite");
  }

  @Override
  public Store open(URI url, StoreOptions options) {
    String path = url.getSchemeSpecificPart();
    if (path.isBlank()) {
      throw new IllegalArgumentException("store: 'sqlite:' needs the path of a directory");
    }
    return LocalStore.open(Path.of(path).toAbsolutePath().normalize(), options);
  }
}
