package dev.cashet.engine;

import dev.cashet.codec.OutputFileException;
import dev.cashet.codec.Serializers;
import dev.cashet.codec.StoredFile;
import dev.cashet.codec.StoredValueFormat;
import dev.cashet.codec.UnreadableResultException;
import dev.cashet.model.BlobRef;
import dev.cashet.model.Commit;
import dev.cashet.model.Digest;
import dev.cashet.store.BlobUnreadableException;
import dev.cashet.store.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the files of a found result back where they were, unless they are there: beside the target first, checked by
 * their digest, then into place in one step. A result whose bytes are gone or damaged is none.
 */
final class OutputFiles {
  /** What the codec notes of a result that has files in it. */
  private static final String MARK = "dev.cashet.OutputFile";

  private static final String STANDARD = Serializers.standard().id();
  private static final int REMEMBERED = 1000;

  private final Results results;
  private final Lookup lookup;
  private final FileDigests digests;
  private final StoredValueFormat format;
  /** Which files a result has, so that a large one is not read through to its end for each hit. */
  private final Map<Digest, List<StoredFile>> known = new LinkedHashMap<>(16, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Digest, List<StoredFile>> eldest) {
      return size() > REMEMBERED;
    }
  };

  OutputFiles(Results results, Lookup lookup, FileDigests digests, StoredValueFormat format) {
    this.results = results;
    this.lookup = lookup;
    this.digests = digests;
    this.format = format;
  }

  /**
   * Makes sure that the files of a result are there.
   *
   * @return false if the result's bytes cannot be read, so that it has to be computed again
   * @throws OutputFileException if a file may not or cannot be written
   */
  boolean restore(Entry entry) {
    if (!(entry.commit().outcome() instanceof Commit.Completed completed)
        || !completed.output().codec().equals(STANDARD)
        || !completed.classNames().contains(MARK)) {
      return true;
    }
    BlobRef output = completed.output();
    try {
      for (StoredFile file : files(entry, output)) {
        restore(file, entry);
      }
      return true;
    } catch (BlobUnreadableException | UnreadableResultException e) {
      lookup.reportUnreadable(output.digest());
      return false;
    }
  }

  private List<StoredFile> files(Entry entry, BlobRef output) {
    synchronized (known) {
      List<StoredFile> files = known.get(output.digest());
      if (files != null) {
        return files;
      }
    }
    try {
      List<StoredFile> files = StoredFile.allIn(() -> results.open(output.digest(), entry.small()));
      synchronized (known) {
        known.put(output.digest(), files);
      }
      return files;
    } catch (IOException e) {
      throw new UnreadableResultException("cannot read the files of a result: " + e, e);
    }
  }

  private void restore(StoredFile file, Entry entry) {
    String problem = format.fileProblem(file.path());
    if (!problem.isEmpty()) {
      throw new OutputFileException(
          "cannot put back a file of commit " + entry.id().shortHex() + ": " + problem, null);
    }
    try {
      Path wanted = file.path().toAbsolutePath().normalize();
      // Through a link, as the task would have written.
      Path target = Files.exists(wanted) ? wanted.toRealPath() : wanted;
      if (!isThere(file, target)) {
        write(file, target);
      }
    } catch (IOException e) {
      throw new OutputFileException(
          "cannot put back the file " + file.path() + " of commit " + entry.id().shortHex() + ": "
              + e,
          e);
    }
  }

  private boolean isThere(StoredFile file, Path target) throws IOException {
    return Files.isRegularFile(target)
        && Files.size(target) == file.sizeBytes()
        && Files.isExecutable(target) == file.isExecutable()
        && digests.of(target, true).equals(file.digest());
  }

  private static void write(StoredFile file, Path target) throws IOException {
    Path directory = target.getParent();
    if (directory == null) {
      throw new IOException("it has no directory");
    }
    Files.createDirectories(directory);
    Path temporary = directory.resolve("." + target.getFileName() + ".cashet-"
        + ProcessHandle.current().pid() + "-" + Thread.currentThread().getId() + ".tmp");
    try {
      Digest written;
      try (InputStream in = file.open();
          OutputStream out = Files.newOutputStream(temporary);
          DigestOutputStream digesting = new DigestOutputStream(out, Digest.newSha256())) {
        byte[] buffer = new byte[1 << 16];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          digesting.write(buffer, 0, count);
        }
        written = Digest.of(digesting.getMessageDigest().digest());
      }
      if (!written.equals(file.digest())) {
        throw new UnreadableResultException(
            "a stored file does not have the digest that was stored with it", null);
      }
      if (file.isExecutable()) {
        makeExecutable(temporary);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** For everyone who may read it. */
  private static void makeExecutable(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
    permissions.add(PosixFilePermission.OWNER_EXECUTE);
    if (permissions.contains(PosixFilePermission.GROUP_READ)) {
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
    }
    if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    }
    Files.setPosixFilePermissions(file, permissions);
  }
}
