import org.jspecify.annotations.NullMarked;

/** What most programs depend on: the engine with function identity and the local store. */
@NullMarked
module dev.cashet {
  requires transitive dev.cashet.core;
  requires dev.cashet.identity;
  requires dev.cashet.store.files;
  requires dev.cashet.store.sqlite;
  requires static transitive org.jspecify;

  provides dev.cashet.event.ProgressListener with
      dev.cashet.local.TerminalProgress;
  provides dev.cashet.store.StoreProvider with
      dev.cashet.local.LocalStoreProvider;
}
