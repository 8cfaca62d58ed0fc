package dev.cashet.acceptance;

import dev.cashet.acceptance.program.Tasks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the build has made and the tests run. */
final class Built {
  private Built() {}

  /** The repository. */
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("cashet")) ? here : here.getParent();
  }

  /** What the launcher runs. */
  static Path distribution() {
    return root().resolve("cli/target/dist");
  }

  /** The library's jars. */
  static List<Path> libraries() {
    try (Stream<Path> jars = Files.list(distribution().resolve("lib"))) {
      return jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the command line is not packaged: run mvn verify", e);
    }
  }

  /** The directory of the programs' classes. */
  static Path programs() {
    try {
      return Path.of(
          Tasks.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** Takes what would change cashet's ways from a command's environment; names in UTF-8. */
  static void clean(ProcessBuilder command) {
    List.of(
            "CASHET_DIR",
            "CASHET_STORE",
            "CASHET_DEBUG",
            "NO_COLOR",
            "COLUMNS",
            "JAVA_TOOL_OPTIONS")
        .forEach(command.environment()::remove);
    command.environment().put("CASHET_ARCHIVE", "off");
    command.environment().put("LC_ALL", "C.UTF-8");
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
  }
}
