package dev.cashet.acceptance.program;

import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import dev.cashet.codec.ByteStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Asks for a result of so many mebibytes and reads it through. */
final class LargeResult {
  private LargeResult() {}

  /** The store's directory and the number of mebibytes. */
  public static void main(String[] arguments) throws IOException {
    int blocks = Integer.parseInt(arguments[1]);
    try (Cashet cashet = Cashet.open(Path.of(arguments[0]))) {
      ResultRef<ByteStream> ref = cashet.submit(LongStream::of, blocks);
      try (InputStream in = ref.load().open()) {
        int read = LongStream.check(in);
        Console.say((ref.wasCached() ? "hit " : "ran ") + read + " blocks");
      }
    }
  }
}
