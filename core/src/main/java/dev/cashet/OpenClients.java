package dev.cashet;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The clients open in this program by the location of their store, for references that come back from elsewhere. */
final class OpenClients {
  private static final Map<String, WeakReference<Cashet>> OPEN = new ConcurrentHashMap<>();

  private OpenClients() {}

  static void add(Cashet client) {
    OPEN.put(client.location(), new WeakReference<>(client));
  }

  static void remove(Cashet client) {
    OPEN.computeIfPresent(
        client.location(), (location, known) -> known.refersTo(client) ? null : known);
  }

  static @Nullable Cashet of(String location) {
    WeakReference<Cashet> client = OPEN.get(location);
    return client == null ? null : client.get();
  }
}
