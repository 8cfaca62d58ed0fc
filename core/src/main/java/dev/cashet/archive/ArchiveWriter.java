package dev.cashet.archive;

import dev.cashet.history.History;
import dev.cashet.model.BlobRef;
import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.model.MalformedRecordException;
import dev.cashet.store.BlobInfo;
import dev.cashet.store.BlobUnreadableException;
import dev.cashet.store.Entry;
import dev.cashet.store.Store;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Writes commits and all that they name into an archive (docs/format/archive.md). An object stands before the first
 * commit that names it. What is damaged in the store is left out and reported.
 */
public final class ArchiveWriter {
  static final String HEAD = "cashet-archive";
  static final String END = "end";
  static final String OBJECTS = "objects/";
  static final String COMMITS = "commits/";
  static final int FORMAT = 1;

  /** Objects up to this size are read once, as a whole; larger ones are checked first and then streamed. */
  private static final int IN_MEMORY = 8 << 20;

  private final Store store;
  private final History history;
  private final Set<Digest> written = new HashSet<>();
  private final ArchiveReport.Tally tally = new ArchiveReport.Tally();

  /** Of a store. */
  public ArchiveWriter(Store store, History history) {
    this.store = store;
    this.history = history;
  }

  /**
   * Writes the archive. It appears under its name when it is whole; nothing is left if it cannot be written.
   *
   * @param target ends with {@code .tar.zst}, {@code .tar.gz}, {@code .tgz} or {@code .tar}
   * @throws ArchiveException if it cannot be written
   */
  public ArchiveReport write(Path target, Selection selection) {
    Path file = target.toAbsolutePath();
    Path directory = file.getParent();
    if (directory == null || Files.isDirectory(file) || !Files.isDirectory(directory)) {
      throw new ArchiveException(
          "cannot export to " + target + ": "
              + (Files.isDirectory(file) ? "it is a directory" : "there is no such directory"),
          null);
    }
    Path temporary = directory.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try {
        // Before anything is written: the name may say no format.
        Compressions.compress(file.getFileName().toString(), OutputStream.nullOutputStream())
            .close();
        List<CommitId> commits = new Selected(store, history).of(selection);
        try (OutputStream bytes =
                new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16);
            OutputStream out = Compressions.compress(file.getFileName().toString(), bytes)) {
          write(new TarWriter(out), commits);
        }
        force(temporary);
        Files.move(
            temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new ArchiveException("cannot export to " + target + ": " + e.getMessage(), e);
    }
    return tally.report();
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private void write(TarWriter tar, List<CommitId> commits) throws IOException {
    tar.file(HEAD, text("format " + FORMAT + "\ncommits " + commits.size() + "\n"));
    for (CommitId id : commits) {
      commit(tar, id);
    }
    tar.file(END, text("commits " + tally.commits + "\nobjects " + tally.objects + "\n"));
    tar.end();
  }

  private void commit(TarWriter tar, CommitId id) throws IOException {
    Optional<Entry> entry;
    try {
      entry = store.commits().get(id);
    } catch (MalformedRecordException e) {
      tally.skip("commit " + id.hex(), "damaged: " + e.getMessage());
      return;
    }
    if (entry.isEmpty()) {
      tally.skip("commit " + id.hex(), "removed during the export");
      return;
    }
    Commit commit = entry.get().commit();
    object(tar, commit.call().record(), "function record of commit " + id.hex());
    Optional<BlobRef> output = commit.output();
    if (output.isPresent()) {
      object(tar, output.get().digest(), "result of commit " + id.hex());
    }
    tar.file(COMMITS + id.hex(), commit.encode());
    tally.commits++;
  }

  private void object(TarWriter tar, Digest digest, String what) throws IOException {
    if (!written.add(digest)) {
      return;
    }
    Optional<BlobInfo> info = store.blobs().stat(digest);
    if (info.isEmpty()) {
      tally.skip(what, "missing from the store");
      return;
    }
    long size = info.get().sizeBytes();
    try {
      if (size <= IN_MEMORY) {
        tar.file(OBJECTS + digest.hex(), bytes(digest));
      } else {
        store.blobs().verify(digest);
        stream(tar, digest, size);
      }
      tally.objects++;
      tally.bytes += size;
    } catch (BlobUnreadableException e) {
      tally.skip(what, "damaged: " + e.getMessage());
    }
  }

  private byte[] bytes(Digest digest) throws IOException {
    try (InputStream in = store.blobs().open(digest)) {
      byte[] bytes = in.readAllBytes();
      if (!Digest.sha256(bytes).equals(digest)) {
        throw BlobUnreadableException.damaged(digest, "it has another content", null);
      }
      return bytes;
    }
  }

  /** What goes wrong from here on cannot be left out any more: the header is written. */
  private void stream(TarWriter tar, Digest digest, long size) throws IOException {
    tar.begin(OBJECTS + digest.hex(), size);
    try (InputStream in = store.blobs().open(digest)) {
      if (in.transferTo(tar.body()) != size) {
        throw new IOException("object " + digest.hex() + " has another size than before");
      }
    } catch (BlobUnreadableException e) {
      throw new IOException("object " + digest.hex() + " was lost meanwhile", e);
    }
    tar.pad(size);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
