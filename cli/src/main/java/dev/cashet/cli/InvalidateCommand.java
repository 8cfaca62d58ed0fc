package dev.cashet.cli;

import dev.cashet.Cashet;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Removes commits by their tags. */
@Command(
    name = "invalidate",
    description = "Remove every commit that has all of these tags.",
    footer = {"", "Example: cashet invalidate -t data=2026-01"})
final class InvalidateCommand extends StoreCommand {
  @Option(
      names = {"-t", "--tag"},
      paramLabel = "KEY[=VALUE]",
      required = true,
      description = "Commits with this tag; may be given more than once, and all must match.")
  private List<String> tags = List.of();

  @Override
  int run(Cashet cashet, Output output) throws IOException {
    Map<String, Optional<String>> wanted = new TreeMap<>();
    for (String tag : tags) {
      int equals = tag.indexOf('=');
      if (tag.isEmpty() || equals == 0) {
        throw new IllegalArgumentException("--tag: '" + tag + "' has no key");
      }
      wanted.put(
          equals < 0 ? tag : tag.substring(0, equals),
          equals < 0 ? Optional.empty() : Optional.of(tag.substring(equals + 1)));
    }
    Removals.print(output, cashet.housekeeping().invalidate(wanted));
    return 0;
  }
}
