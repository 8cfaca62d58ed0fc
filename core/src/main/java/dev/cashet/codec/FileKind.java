package dev.cashet.codec;

import dev.cashet.model.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/** Files: their digest stands before their bytes, so that a reader knows at once whether it has them already. */
final class FileKind {
  private FileKind() {}

  static void write(Object value, Encoder to) throws IOException {
    FileResult file = (FileResult) value;
    String problem = to.fileProblem(file.path());
    if (!problem.isEmpty()) {
      throw to.refusal(value, problem, null);
    }
    MessageDigest sha256 = Digest.newSha256();
    long size;
    byte[] digest;
    try {
      size = pass(file, bytes -> sha256.update(bytes.array, 0, bytes.count));
      digest = sha256.digest();
    } catch (IOException e) {
      throw to.refusal(
          value,
          "the file " + file.path() + " cannot be read (" + e
              + "); it must be there when the task has ended",
          e);
    }
    to.contains(value.getClass());
    to.out.u8(Wire.FILE);
    to.out.name(file.path().toString());
    to.out.u8(file.isExecutable() ? 1 : 0);
    to.out.i64(size);
    to.out.raw(digest);
    long written = pass(file, bytes -> {
      sha256.update(bytes.array, 0, bytes.count);
      to.out.raw(bytes.array, 0, bytes.count);
    });
    if (written != size || !Arrays.equals(sha256.digest(), digest)) {
      throw to.refusal(
          value, "the file " + file.path() + " was changed while it was being stored", null);
    }
  }

  /** Some bytes. */
  private static final class Bytes {
    private final byte[] array = new byte[1 << 16];
    private int count;
  }

  private interface Step {
    void take(Bytes bytes) throws IOException;
  }

  private static long pass(FileResult file, Step step) throws IOException {
    Bytes bytes = new Bytes();
    long size = 0;
    try (InputStream in = file.open()) {
      for (int read = in.read(bytes.array); read >= 0; read = in.read(bytes.array)) {
        bytes.count = read;
        size += read;
        step.take(bytes);
      }
    }
    return size;
  }
}
