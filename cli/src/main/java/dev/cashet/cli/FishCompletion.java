package dev.cashet.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Completions in the words of fish. */
final class FishCompletion {
  private FishCompletion() {}

  static void print(Output output, CommandLine root) {
    output.line("# fish completion for cashet");
    output.line("complete -c cashet -f");
    for (Map.Entry<String, CommandLine> command : root.getSubcommands().entrySet()) {
      output.line("complete -c cashet -n __fish_use_subcommand -a "
          + command.getKey()
          + " -d "
          + quoted(command.getValue().getCommandSpec().usageMessage().description()));
    }
    root.getSubcommands().forEach((name, command) -> {
      for (OptionSpec option : command.getCommandSpec().options()) {
        if (!option.hidden()) {
          output.line("complete -c cashet -n '__fish_seen_subcommand_from " + name + "'"
              + words(option)
              + " -d "
              + quoted(option.description()));
        }
      }
    });
    output.line("complete -c cashet -n '__fish_seen_subcommand_from run export import' -F");
  }

  private static String words(OptionSpec option) {
    StringBuilder out = new StringBuilder();
    for (String name : option.names()) {
      boolean single = name.length() == 2;
      out.append(name.startsWith("--") ? " -l " : single ? " -s " : " -o ")
          .append(name.replaceFirst("^-+", ""));
    }
    return out.append(option.arity().max() > 0 ? " -r" : "").toString();
  }

  private static String quoted(String[] description) {
    String text = description.length == 0 ? "" : description[0];
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
