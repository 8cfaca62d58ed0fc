package dev.cashet.acceptance;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How to start a program in a JVM of its own, on the libraries as they were packaged for the launcher. Immutable.
 *
 * @param around the words of a command that runs the command behind them; may be none
 * @param options of the JVM
 * @param classPath what it runs on
 */
record ChildJvm(List<String> around, List<String> options, String classPath) {
  static final String WORKER = "dev.cashet.acceptance.program.Worker";

  ChildJvm {
    around = List.copyOf(around);
    options = List.copyOf(options);
  }

  static ChildJvm standard() {
    List<String> options = new ArrayList<>(
        List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-XX:-UsePerfData"));
    if (Runtime.version().feature() >= 24) {
      options.add("--enable-native-access=ALL-UNNAMED");
    }
    return new ChildJvm(List.of(), options, join(Built.libraries(), Built.programs()));
  }

  /** Runs behind other words, for example those that give it another user or a limit. */
  ChildJvm behind(String... words) {
    return new ChildJvm(List.of(words), options, classPath);
  }

  ChildJvm with(String... more) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of(more));
    return new ChildJvm(around, all, classPath);
  }

  /** The same program from a copy of its class path in this directory, for users who cannot read the original. */
  ChildJvm copiedTo(Path directory) throws IOException {
    List<Path> jars = new ArrayList<>();
    for (Path jar : Built.libraries()) {
      jars.add(Files.copy(jar, directory.resolve(jar.getFileName())));
    }
    Path programs = directory.resolve("programs");
    Directories.copy(Built.programs(), programs);
    return new ChildJvm(around, options, join(jars, programs));
  }

  /** Starts a program. */
  Child start(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(around);
    command.add(Built.java().toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, program));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    Built.clean(builder);
    return Child.start(builder);
  }

  /** Starts a worker on a store and waits until it is ready. */
  Child worker(Path store, String... arguments) throws IOException, InterruptedException {
    Child worker = startWorker(store, arguments);
    worker.line("ready");
    return worker;
  }

  /** Starts a worker on a store; it says when it is ready. */
  Child startWorker(Path store, String... arguments) throws IOException {
    Child worker = start(WORKER, arguments);
    worker.send(store.toString());
    return worker;
  }

  private static String join(List<Path> jars, Path programs) {
    return Stream.concat(Stream.of(programs), jars.stream())
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
