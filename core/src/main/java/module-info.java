import org.jspecify.annotations.NullMarked;

/** Vocabulary, ports, engine and facade of cashet. Needs nothing but the JDK at run time. */
@NullMarked
module dev.cashet.core {
  requires static transitive org.jspecify;
  requires static jdk.jfr;

  exports dev.cashet;
  exports dev.cashet.model;
  exports dev.cashet.canonical;
  exports dev.cashet.event;
  exports dev.cashet.codec;
  exports dev.cashet.store;
  exports dev.cashet.executor;
  exports dev.cashet.identity;
  exports dev.cashet.history;
  exports dev.cashet.maintenance;
  exports dev.cashet.archive;

  uses dev.cashet.store.StoreProvider;
  uses dev.cashet.identity.FunctionIdentity;
  uses dev.cashet.canonical.Canonicalizer;
  uses dev.cashet.archive.ArchiveCompression;
  uses dev.cashet.event.ProgressListener;
  uses dev.cashet.codec.Serializer;
}
