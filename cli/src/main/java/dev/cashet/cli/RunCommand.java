package dev.cashet.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A source file run by the Java source launcher with cashet on its class path. */
@Command(
    name = "run",
    description = "Run a Java source file with cashet on its class path.",
    footer = {"", "Example: cashet run examples/Quickstart.java"})
final class RunCommand implements Callable<Integer> {
  /** Ends with the program that it runs, by whatever signal. */
  private static final int SIGNALLED = 128;

  private static final int FIRST_TO_WARN_OF_NATIVE_CODE = 24;

  @Spec
  private @Nullable CommandSpec spec;

  @Option(
      names = {"--classpath", "-cp"},
      paramLabel = "PATH",
      description = "Further directories and jars; DIR/* means all jars of a directory.")
  private String classPath = "";

  @Option(
      names = {"-J"},
      paramLabel = "OPTION",
      description = "An option for the Java virtual machine, for example -J-Xmx2g.")
  private List<String> javaOptions = List.of();

  @Parameters(index = "0", paramLabel = "FILE.java", description = "The program.")
  private @Nullable Path file;

  @Parameters(index = "1..*", paramLabel = "ARGS", description = "Its arguments.")
  private List<String> arguments = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    RootCommand root = RootCommand.of(Objects.requireNonNull(spec, "spec"));
    Path source = Objects.requireNonNull(file, "file");
    if (!Files.isReadable(source) || Files.isDirectory(source)) {
      throw new CommandFailure("cannot run "
          + source
          + ": "
          + (Files.isDirectory(source)
              ? "it is a directory"
              : Files.exists(source) ? "it cannot be read" : "there is no such file"));
    }
    root.output().flush();
    ProcessBuilder program = new ProcessBuilder(command(source)).inheritIO();
    if (root.directory() != null) {
      program.environment().put("CASHET_DIR", root.directory().toAbsolutePath().toString());
    }
    if (root.storeUrl() != null) {
      program.environment().put("CASHET_STORE", root.storeUrl());
    }
    return waitFor(program.start());
  }

  private List<String> command(Path source) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= FIRST_TO_WARN_OF_NATIVE_CODE) {
      // SQLite and zstd come as native libraries; the program's standard error is the program's.
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(javaOptions);
    command.add("-cp");
    command.add(
        Libraries.classPath() + (classPath.isEmpty() ? "" : File.pathSeparator + classPath));
    command.add(source.toString());
    command.addAll(arguments);
    return command;
  }

  /** An interrupt reaches the program too, since it is in the same process group; its end is what counts. */
  private static int waitFor(Process program) throws InterruptedException {
    Thread stop = new Thread(program::destroy, "cashet stop program");
    Runtime.getRuntime().addShutdownHook(stop);
    int code = program.waitFor();
    try {
      Runtime.getRuntime().removeShutdownHook(stop);
    } catch (IllegalStateException e) {
      return Math.max(code, SIGNALLED);
    }
    return code;
  }
}
