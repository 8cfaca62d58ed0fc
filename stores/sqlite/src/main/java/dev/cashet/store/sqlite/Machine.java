package dev.cashet.store.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** This process, for people who ask who holds a claim. */
final class Machine {
  static final long PID = ProcessHandle.current().pid();
  static final String NAME = name();

  private Machine() {}

  /** Without the look-up in the network that {@code InetAddress.getLocalHost} makes. */
  private static String name() {
    for (String variable : new String[] {"HOSTNAME", "COMPUTERNAME"}) {
      String value = System.getenv(variable);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    try {
      return Files.readString(Path.of("/etc/hostname"), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "localhost";
    }
  }
}
