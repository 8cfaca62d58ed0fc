package dev.cashet.engine;

import dev.cashet.event.CashetEvent;
import dev.cashet.event.CashetListener;
import java.util.List;
import java.util.function.Supplier;

/** Tells the listeners; makes no event where nobody listens. */
final class Events {
  private static final System.Logger LOG = System.getLogger("dev.cashet");

  private final List<CashetListener> listeners;

  Events(List<CashetListener> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  void tell(Supplier<CashetEvent> event) {
    if (listeners.isEmpty()) {
      return;
    }
    CashetEvent happened = event.get();
    for (CashetListener each : listeners) {
      try {
        each.on(happened);
      } catch (RuntimeException e) {
        LOG.log(
            System.Logger.Level.WARNING,
            happened.call().fingerprint() + ": a listener failed on " + happened,
            e);
      }
    }
  }
}
