import org.jspecify.annotations.NullMarked;

/** Contracts of the ports: extend the class that belongs to a port to test an implementation of it. */
@NullMarked
module dev.cashet.tck {
  requires transitive dev.cashet.core;
  requires transitive org.junit.jupiter.api;
  requires static org.jspecify;
  requires org.assertj.core;

  exports dev.cashet.tck;

  opens dev.cashet.tck to
      org.junit.platform.commons;
}
