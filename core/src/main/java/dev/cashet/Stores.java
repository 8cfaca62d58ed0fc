package dev.cashet;

import dev.cashet.store.Store;
import dev.cashet.store.StoreOptions;
import dev.cashet.store.StoreProvider;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ServiceLoader;

/** Opens stores by address. */
final class Stores {
  private static final String URL_VARIABLE = "CASHET_STORE";
  private static final String DIRECTORY_VARIABLE = "CASHET_DIR";

  private Stores() {}

  static String defaultUrl() {
    String url = System.getenv(URL_VARIABLE);
    if (url != null && !url.isBlank()) {
      return url;
    }
    String directory = System.getenv(DIRECTORY_VARIABLE);
    return "sqlite:" + (directory == null || directory.isBlank() ? ".cashet" : directory);
  }

  static Store open(String url, StoreOptions options) {
    int colon = url.indexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("store: '" + url + "' is no address such as sqlite:PATH");
    }
    String scheme = url.substring(0, colon);
    URI uri;
    try {
      uri = new URI(scheme, url.substring(colon + 1), null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("store: not an address: " + e.getReason(), e);
    }
    for (StoreProvider provider :
        ServiceLoader.load(StoreProvider.class, Cashet.class.getClassLoader())) {
      if (provider.handles(scheme)) {
        return provider.open(uri, options);
      }
    }
    throw new IllegalArgumentException("store: nothing on the class path opens '"
        + scheme
        + ":' addresses; for sqlite add dev.cashet:cashet");
  }
}
