package dev.cashet.executor.process;

import dev.cashet.executor.TaskExecutor;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The command that starts a process for tasks: this program's Java, its options, and cashet itself. */
final class ChildCommand {
  private static final List<String> INHERITED = List.of(
      "-D",
      "--add-",
      "--enable-",
      "--illegal-",
      "--sun-misc-",
      "--limit-modules",
      "-ea",
      "-enableassertions",
      "-da",
      "-disableassertions",
      "-esa",
      "-dsa",
      "-Xss",
      "-Xshare");
  /** Of the program alone: a second JVM cannot have them too. */
  private static final List<String> NOT_INHERITED = List.of(
      "-Dcom.sun.management.jmxremote", "-Djava.class.path", "-Djdk.module.", "--add-modules");

  private final Path arguments;

  private ChildCommand(Path arguments) {
    this.arguments = arguments;
  }

  /**
   * Writes the arguments to a file, which is not limited in length and is not seen in lists of processes.
   *
   * @param scratch where
   * @param options of the JVM
   * @param places of the program that has cashet on its class path
   */
  static ChildCommand write(Path scratch, List<String> options, Collection<Path> places)
      throws IOException {
    List<String> words = new ArrayList<>();
    for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (startsWithAny(option, INHERITED) && !startsWithAny(option, NOT_INHERITED)) {
        words.add(option);
      }
    }
    words.addAll(options);
    words.add("-cp");
    words.add(
        own(places).stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    words.add(Child.class.getName());
    String text = words.stream().map(ChildCommand::quoted).collect(Collectors.joining("\n"));
    return new ChildCommand(
        Files.writeString(scratch.resolve("arguments"), text + "\n", StandardCharsets.UTF_8));
  }

  /** The words of the command for a process that calls back at this socket. */
  List<String> words(Path socket, Path scratch) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "@" + arguments,
        socket.toString(),
        scratch.toString());
  }

  /** What may hold cashet: its own directories, and all jars, since any may be a part of it or of what it needs. */
  private static Set<Path> own(Collection<Path> places) {
    Set<Path> own = new LinkedHashSet<>();
    for (Path place : places) {
      if (Files.isRegularFile(place) || Places.isOwnDirectory(place)) {
        own.add(place);
      }
    }
    own.addAll(Places.of(Child.class));
    own.addAll(Places.of(TaskExecutor.class));
    return own;
  }

  private static boolean startsWithAny(String option, List<String> starts) {
    return starts.stream().anyMatch(option::startsWith);
  }

  private static String quoted(String word) {
    return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
