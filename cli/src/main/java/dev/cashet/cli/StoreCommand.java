package dev.cashet.cli;

import dev.cashet.Cashet;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that asks a store something and prints the answer. */
abstract class StoreCommand implements Callable<Integer> {
  @Spec
  private @Nullable CommandSpec spec;

  @Override
  public final Integer call() throws IOException {
    RootCommand root = RootCommand.of(Objects.requireNonNull(spec, "spec"));
    try (Cashet cashet = root.open()) {
      if (isLong()) {
        root.page();
      }
      return run(cashet, root.output());
    }
  }

  /** Whether what it prints may be longer than a screen, so that a pager helps. */
  boolean isLong() {
    return false;
  }

  /** The exit code. */
  abstract int run(Cashet cashet, Output output) throws IOException;
}
