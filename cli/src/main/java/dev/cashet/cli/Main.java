package dev.cashet.cli;

import picocli.CommandLine;

/** Where the launcher enters. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code: 0 done, 1 not found or failed, 2 usage. */
  public static void main(String[] arguments) {
    Output output = Output.standard();
    int code = run(output, arguments);
    output.close();
    System.exit(code);
  }

  static int run(Output output, String... arguments) {
    try {
      return run(output, Configuration.ofEnvironment(), arguments);
    } catch (CommandFailure | IllegalArgumentException e) {
      return Errors.report(output, e);
    }
  }

  static int run(Output output, Configuration configuration, String... arguments) {
    RootCommand root = new RootCommand(output, configuration);
    CommandLine commands = new CommandLine(root);
    Commands.addTo(commands, arguments);
    commands.setOut(output.out());
    commands.setErr(output.err());
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setStopAtPositional(false);
    CommandLine run = commands.getSubcommands().get("run");
    if (run != null) {
      run.setStopAtPositional(true);
    }
    commands.setUsageHelpWidth(Math.max(60, Math.min(output.width(), 120)));
    commands.setDefaultValueProvider(configuration);
    if (!configuration.isEmpty()) {
      CommandLine all = new CommandLine(new RootCommand(output, configuration));
      Commands.addAllTo(all);
      configuration.check(all);
    }
    commands.setExecutionStrategy(parsed -> {
      root.apply();
      return new CommandLine.RunLast().execute(parsed);
    });
    commands.setExecutionExceptionHandler((e, command, parsed) -> Errors.report(output, e));
    commands.setColorScheme(Colors.scheme(output, arguments));
    return commands.execute(arguments);
  }
}
