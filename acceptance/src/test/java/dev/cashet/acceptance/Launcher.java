package dev.cashet.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The launcher script over what the build has made, in a folder whose name has spaces: a copy, so that the tests neither
 * start a build nor depend on whether one was stamped.
 */
final class Launcher {
  private final Path script;
  private final Path workingDirectory;

  private Launcher(Path script, Path workingDirectory) {
    this.script = script;
    this.workingDirectory = workingDirectory;
  }

  /** A launcher under {@code scratch} that is run from {@code workingDirectory}. */
  static Launcher in(Path scratch, Path workingDirectory) throws IOException {
    Path root = scratch.resolve("a clone of cashet");
    Path dist = root.resolve("cli/target/dist");
    Files.createDirectories(dist.getParent());
    Directories.copy(Built.distribution(), dist);
    Files.write(dist.resolve("built"), new byte[0]);
    Path script = root.resolve("cashet");
    Files.copy(Built.root().resolve("cashet"), script);
    if (!script.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + script + " executable");
    }
    return new Launcher(script, workingDirectory);
  }

  /** What it takes to call it from a shell: quoted. */
  String quoted() {
    return "'" + script + "'";
  }

  /** Runs a command to its end. */
  Child.Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    return end(new ProcessBuilder(command));
  }

  /** Runs a line of shell to its end; fails if any part of a pipe fails. */
  Child.Ended shell(String line) throws IOException, InterruptedException {
    return end(new ProcessBuilder("bash", "-o", "pipefail", "-c", line));
  }

  private Child.Ended end(ProcessBuilder command) throws IOException, InterruptedException {
    Built.clean(command);
    try (Child child = Child.start(command.directory(workingDirectory.toFile()))) {
      return child.end();
    }
  }
}
