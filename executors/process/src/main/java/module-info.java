import org.jspecify.annotations.NullMarked;

/** Tasks in JVMs of their own: a timeout that holds, a limit of memory, a crash that is survived. */
@NullMarked
module dev.cashet.executor.process {
  requires transitive dev.cashet.core;
  requires static transitive org.jspecify;
  requires java.management;

  exports dev.cashet.executor.process;
}
