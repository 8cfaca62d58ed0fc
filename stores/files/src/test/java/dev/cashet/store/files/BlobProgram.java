package dev.cashet.store.files;

import dev.cashet.model.Digest;
import dev.cashet.store.BlobInfo;
import dev.cashet.store.BlobWriter;
import dev.cashet.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Random;

/** What a test does in a JVM of its own: with little heap, without room, or to be killed. */
final class BlobProgram {
  private static final int PIECE = 100_000;

  private BlobProgram() {}

  public static void main(String[] arguments) throws IOException {
    try {
      run(arguments);
    } catch (IOException | RuntimeException | Error e) {
      System.out.println(e);
      throw e;
    }
  }

  private static void run(String[] arguments) throws IOException {
    FileBlobStore store = FileBlobStore.open(Path.of(arguments[1]), false);
    int pieces = Integer.parseInt(arguments[2]);
    switch (arguments[0]) {
      case "put" -> put(store, pieces);
      case "read" -> read(store, put(store, pieces), pieces);
      case "pause" -> pause(store, pieces);
      case "many" -> many(store, pieces);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  /** Noise in pieces, so that neither program nor store can hold it all. */
  private static void write(BlobWriter writer, int pieces) throws IOException {
    Random random = new Random(pieces);
    byte[] piece = new byte[PIECE];
    for (int i = 0; i < pieces; i++) {
      random.nextBytes(piece);
      writer.write(piece);
    }
  }

  private static Digest put(FileBlobStore store, int pieces) throws IOException {
    try (BlobWriter writer = store.create()) {
      write(writer, pieces);
      BlobInfo info = writer.finish();
      System.out.println("put " + info.sizeBytes());
      return info.digest();
    } catch (StoreException e) {
      System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
      System.out.println("then put " + store.put(new byte[] {1, 2, 3}).sizeBytes());
      return Digest.sha256("nothing");
    }
  }

  private static void read(FileBlobStore store, Digest digest, int pieces) throws IOException {
    Random random = new Random(pieces);
    byte[] piece = new byte[PIECE];
    try (InputStream in = store.open(digest)) {
      for (int i = 0; i < pieces; i++) {
        random.nextBytes(piece);
        if (!java.util.Arrays.equals(piece, in.readNBytes(PIECE))) {
          throw new IllegalStateException("piece " + i + " differs");
        }
      }
      System.out.println("read " + (long) pieces * PIECE + " end " + in.read());
    }
  }

  private static void pause(FileBlobStore store, int pieces) throws IOException {
    try (BlobWriter writer = store.create()) {
      write(writer, pieces);
      System.out.println("paused");
      System.in.read();
      writer.finish();
    }
  }

  private static void many(FileBlobStore store, int blobs) {
    for (int i = 0; i < blobs; i++) {
      store.put(Samples.noise(i, Samples.MIB + i * 1000));
      store.put(Samples.text(i, 3000));
    }
    System.out.println("done");
  }
}
