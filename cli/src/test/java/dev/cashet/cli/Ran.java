package dev.cashet.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** One command and how it went. */
record Ran(int code, String out, String err) {
  static Ran command(Object... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Output output = new Output(out, err, 0);
    String[] arguments = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      arguments[i] = words[i].toString();
    }
    int code = Main.run(output, arguments);
    output.flush();
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
