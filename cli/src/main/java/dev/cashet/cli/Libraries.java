package dev.cashet.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a program that uses cashet needs on its class path: this program's own, less the command line's parts. */
final class Libraries {
  private static final String[] OWN = {"cashet-cli-", "picocli-", "jackson-core-"};

  private Libraries() {}

  static String classPath() {
    List<String> needed = new ArrayList<>();
    String own = System.getProperty("java.class.path") + File.pathSeparator;
    for (String entry : own.split(File.pathSeparator)) {
      if (!entry.isEmpty() && !isOwn(Path.of(entry).getFileName().toString())) {
        needed.add(Path.of(entry).toAbsolutePath().toString());
      }
    }
    return String.join(File.pathSeparator, needed);
  }

  private static boolean isOwn(String file) {
    for (String prefix : OWN) {
      if (file.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
