package dev.cashet.cli;

import java.util.Objects;
import picocli.CommandLine;

/** Where the launcher enters. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code: 0 done, 1 not found or failed, 2 usage. */
  public static void main(String[] arguments) {
    Output output = Output.standard();
    int code = run(output, arguments);
    output.flush();
    System.exit(code);
  }

  static int run(Output output, String... arguments) {
    RootCommand root = new RootCommand(output);
    CommandLine commands = new CommandLine(root);
    commands.setOut(output.out());
    commands.setErr(output.err());
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setStopAtPositional(false);
    Objects.requireNonNull(commands.getSubcommands().get("run"), "run").setStopAtPositional(true);
    commands.setUsageHelpWidth(Math.max(60, Math.min(output.width(), 120)));
    commands.setExecutionStrategy(parsed -> {
      root.apply();
      return new CommandLine.RunLast().execute(parsed);
    });
    commands.setExecutionExceptionHandler((e, command, parsed) -> Errors.report(output, e));
    commands.setColorScheme(Colors.scheme(output, arguments));
    return commands.execute(arguments);
  }
}
