package dev.cashet.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;

/**
 * The commands by what they are called. Reading one command's options takes picocli some milliseconds, so of a command
 * line that names a command only that one is made; all of them when help is wanted, or something is amiss.
 */
final class Commands {
  private static final Map<String, Class<?>> OFTEN_USED = Map.of(
      "log", LogCommand.class,
      "list", LogCommand.class,
      "show", ShowCommand.class,
      "get", GetCommand.class,
      "run", RunCommand.class,
      "stats", StatsCommand.class,
      "why", WhyCommand.class,
      "classpath", ClasspathCommand.class);

  /** In the order in which help lists them. */
  private static final List<Class<?>> ALL = List.of(
      RunCommand.class,
      LogCommand.class,
      ShowCommand.class,
      GetCommand.class,
      DiffCommand.class,
      HistoryCommand.class,
      WhyCommand.class,
      LineageCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      StatsCommand.class,
      RmCommand.class,
      InvalidateCommand.class,
      GcCommand.class,
      ClearCommand.class,
      PinCommand.class,
      UnpinCommand.class,
      VerifyCommand.class,
      IdentityCommand.class,
      ClasspathCommand.class,
      CompletionCommand.class,
      ManCommand.class);

  private static final Set<String> WITH_VALUE = Set.of("--dir", "--store", "--color");

  private Commands() {}

  /** Adds what the command line needs. */
  static void addTo(CommandLine root, String... arguments) {
    Optional<Class<?>> named = named(arguments);
    if (named.isPresent()) {
      root.addSubcommand(named.get());
      return;
    }
    addAllTo(root);
  }

  /** Adds all of them. */
  static void addAllTo(CommandLine root) {
    ALL.forEach(root::addSubcommand);
  }

  private static Optional<Class<?>> named(String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      String word = arguments[i];
      if (WITH_VALUE.contains(word)) {
        i++;
      } else if (!word.startsWith("-")) {
        return Optional.ofNullable(OFTEN_USED.get(word));
      } else if (!word.equals("--json") && !word.contains("=")) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
