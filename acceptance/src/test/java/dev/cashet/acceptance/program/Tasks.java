package dev.cashet.acceptance.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/** What the programs ask cashet to run. What they return follows from their arguments, unless said otherwise. */
public final class Tasks {
  private static final int LARGE_CHARS = 20_000;

  private Tasks() {}

  /** A result that is kept in the database. */
  public static String small(int n) {
    return "value of " + n;
  }

  /** A result that is kept as a file and compresses somewhat. */
  public static String large(int n) {
    Random random = new Random(n);
    StringBuilder text = new StringBuilder(LARGE_CHARS);
    while (text.length() < LARGE_CHARS) {
      text.append(random.nextInt(10));
    }
    return text.toString();
  }

  /** A result that is kept as a file and does not compress. */
  public static byte[] noise(int n, int bytes) {
    byte[] noise = new byte[bytes];
    new Random(n).nextBytes(noise);
    return noise;
  }

  /** Either size, by the number. */
  public static String mixed(int n) {
    return n % 2 == 0 ? small(n) : large(n);
  }

  /** Leaves a line in a file each time that it runs. */
  public static String counted(String log, int n) {
    append(log, n + "\n");
    return mixed(n);
  }

  /** Adds to a file in one piece. */
  static void append(String file, String text) {
    try {
      Files.writeString(
          Path.of(file),
          text,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says that it runs and returns the next line that its process is told: different in each run. */
  public static String gated(int n) {
    Console.say("running " + n);
    return Console.next();
  }

  /** Fails. */
  public static String failing(int n) {
    throw new IllegalArgumentException("no luck with " + n);
  }

  /** Returns what cannot be kept. */
  public static Object thread(int n) {
    return new Thread("thread " + n);
  }
}
