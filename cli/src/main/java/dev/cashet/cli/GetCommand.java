package dev.cashet.cli;

import dev.cashet.Cashet;
import java.io.IOException;
import picocli.CommandLine.Command;

/** A result; the codec's reader for values without their classes is awaited. */
@Command(name = "get", description = "Print a result.")
final class GetCommand extends StoreCommand {
  @Override
  int run(Cashet cashet, Output output) throws IOException {
    throw new CommandFailure("awaits the codec");
  }
}
