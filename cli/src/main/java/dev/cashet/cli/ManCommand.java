package dev.cashet.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Spec;

/** The manual page, made from the commands themselves. */
@Command(
    name = "man",
    description = "Print the manual page.",
    footer = {
      "",
      "Examples:",
      "  cashet man | man -l -",
      "  cashet man > ~/.local/share/man/man1/cashet.1"
    })
final class ManCommand implements Callable<Integer> {
  @Spec
  private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec own = Objects.requireNonNull(spec, "spec");
    new Page(RootCommand.of(own).output()).print(own.root());
    return 0;
  }

  /** The page in the language of man(7). */
  private record Page(Output output) {
    void print(CommandSpec root) {
      output.line(".TH CASHET 1 \"\" \"" + escape(root.version()[0]) + "\" \"User Commands\"");
      section("NAME");
      output.line("cashet \\- " + escape(first(root.usageMessage().description())));
      section("SYNOPSIS");
      output.line(".B cashet");
      output.line("[\\fIOPTIONS\\fR] \\fICOMMAND\\fR [\\fIARGS\\fR...]");
      section("OPTIONS");
      root.options().forEach(this::option);
      section("COMMANDS");
      Map<CommandLine, String> commands = new LinkedHashMap<>();
      root.subcommands().forEach((name, command) -> commands.putIfAbsent(command, name));
      commands.forEach((command, name) -> command(name, command.getCommandSpec(), root));
      section("EXIT STATUS");
      output.line(
          "0 done, 1 not found or failed, 2 usage. \\fBrun\\fR ends with the program's code.");
      section("ENVIRONMENT");
      output.line("CASHET_DIR, CASHET_STORE, CASHET_PAGER, CASHET_DEBUG, NO_COLOR");
      section("FILES");
      output.line(".cashet/config, ~/.config/cashet/config");
    }

    private void command(String name, CommandSpec command, CommandSpec root) {
      StringBuilder usage = new StringBuilder("\\fBcashet " + escape(name) + "\\fR");
      for (PositionalParamSpec each : command.positionalParameters()) {
        usage.append(" \\fI").append(escape(each.paramLabel())).append("\\fR");
      }
      output.line(".SS " + usage);
      output.line(escape(first(command.usageMessage().description())));
      for (ArgSpec each : command.positionalParameters()) {
        output.line(".TP");
        output.line("\\fI" + escape(((PositionalParamSpec) each).paramLabel()) + "\\fR");
        output.line(escape(first(each.description())));
      }
      for (OptionSpec each : command.options()) {
        if (!root.optionsMap().containsKey(each.longestName())) {
          option(each);
        }
      }
      for (String line : command.usageMessage().footer()) {
        if (line.startsWith("  ")) {
          output.line(".nf");
          output.line(escape(line));
          output.line(".fi");
        }
      }
    }

    private void option(OptionSpec option) {
      output.line(".TP");
      String label = option.arity().max() > 0 ? " \\fI" + escape(option.paramLabel()) + "\\fR" : "";
      output.line("\\fB" + escape(String.join(", ", List.of(option.names()))) + "\\fR" + label);
      output.line(escape(first(option.description())));
    }

    private void section(String name) {
      output.line(".SH " + name);
    }

    private static String first(String[] texts) {
      return texts.length == 0 ? "" : texts[0];
    }

    /** A backslash and a leading dot or quote are words of the language. */
    private static String escape(String text) {
      String escaped = text.replace("\\", "\\e").replace("-", "\\-");
      return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
  }
}
