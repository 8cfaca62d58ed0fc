package dev.cashet.acceptance.program;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** How a program and the test that started it talk: by lines, in UTF-8 whatever the locale. */
final class Console {
  private static final BufferedReader IN =
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  private static final PrintStream OUT =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

  private Console() {}

  /** The next line that the test sends; waits for it. Empty at the end. */
  static String next() {
    try {
      String line = IN.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells the test one line. */
  static void say(String line) {
    OUT.print(line.replace('\n', ' ') + "\n");
    OUT.flush();
  }
}
