package dev.cashet.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Runs the commands that people use most in one process, so that a class archive made of that process holds what they
 * load. The launcher starts it once for each Java; it prints nothing.
 */
public final class Training {
  private Training() {}

  /**
   * Rehearses.
   *
   * @param arguments the directory of a store with at least one commit, which is only read
   */
  public static void main(String[] arguments) {
    String directory = arguments[0];
    String log = printed("--dir", directory, "log", "--json");
    String key = "\"shortHash\":";
    int at = log.indexOf(key);
    int quote = log.indexOf('"', at + key.length());
    String hash = at < 0 ? "0000" : log.substring(quote + 1, log.indexOf('"', quote + 1));
    for (List<String> command : List.of(
        List.of("log"),
        List.of("show", hash),
        List.of("get", hash),
        List.of("stats"),
        List.of("--help"),
        List.of("log", "--help"),
        List.of("show", "0000"))) {
      String[] words = new String[command.size() + 2];
      words[0] = "--dir";
      words[1] = directory;
      for (int i = 0; i < command.size(); i++) {
        words[i + 2] = command.get(i);
      }
      printed(words);
    }
  }

  private static String printed(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Output output = new Output(out, OutputStream.nullOutputStream(), 100);
    Main.run(output, arguments);
    output.flush();
    return out.toString(StandardCharsets.UTF_8);
  }
}
