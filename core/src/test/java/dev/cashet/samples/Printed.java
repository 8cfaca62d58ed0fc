package dev.cashet.samples;

import dev.cashet.canonical.Digests;
import dev.cashet.codec.ReadContext;
import dev.cashet.codec.Serializers;
import dev.cashet.model.Digest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/** Prints the identity and the blob of every sample and of many generated values; reads blobs that another JVM wrote. */
public final class Printed {
  private Printed() {}

  /**
   * Run in a JVM of its own.
   *
   * @param arguments a directory with blobs of another JVM, to read and compare
   */
  public static void main(String[] arguments) throws IOException {
    try (PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8)) {
      Path blobs = Path.of(arguments[0]);
      int number = 0;
      for (Map.Entry<String, Object> entry : Samples.all().entrySet()) {
        out.println(line(entry.getKey(), entry.getValue()));
        Object read = read(Files.readAllBytes(blobs.resolve(Integer.toString(number++))));
        if (!Digests.of(read).equals(Digests.of(entry.getValue()))) {
          out.println("read another value: " + entry.getKey());
        }
      }
      Random random = new Random(7);
      for (int i = 0; i < 2000; i++) {
        out.println(line("generated " + i, new Graphs(random).next()));
      }
    }
  }

  /** The name, the canonical digest and the digest of the blob; traces of exceptions differ from JVM to JVM. */
  public static String line(String name, Object value) throws IOException {
    boolean traced = value instanceof Throwable;
    String blob = traced ? "-" : Digest.sha256(write(value)).hex();
    return name + " " + Digests.of(value) + " " + blob;
  }

  public static byte[] write(Object value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Serializers.standard().write(value, out);
    return out.toByteArray();
  }

  private static Object read(byte[] bytes) throws IOException {
    ReadContext context = new ReadContext(
        Printed.class.getClassLoader(),
        name -> name.startsWith("dev.cashet."),
        () -> new ByteArrayInputStream(bytes));
    return Serializers.standard().read(new ByteArrayInputStream(bytes), context);
  }
}
