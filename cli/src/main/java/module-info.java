import org.jspecify.annotations.NullMarked;

/** The command line. Commands print what the library returns; they hold no logic of their own. */
@NullMarked
module dev.cashet.cli {
  requires dev.cashet.core;
  requires info.picocli;
  requires com.fasterxml.jackson.core;
  requires static org.jspecify;

  uses dev.cashet.identity.FunctionIdentity;

  opens dev.cashet.cli to
      info.picocli;
}
