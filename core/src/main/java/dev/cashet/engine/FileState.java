package dev.cashet.engine;

import dev.cashet.model.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the file system says of a file without its content being read.
 *
 * @param size in bytes
 * @param modified when a program says it was changed, which it may say as it likes
 * @param changed when content or attributes were changed, which only the file system sets; empty if it does not tell
 * @param identity which file it is, however it is called
 */
record FileState(long size, Instant modified, Optional<Instant> changed, String identity) {
  /** Coarser than the clock of any file system in use (FAT: 2 s). */
  private static final Duration GRANULARITY = Duration.ofSeconds(2);

  private static final int SAMPLES = 16;
  private static final int SAMPLE_BYTES = 4096;

  static FileState of(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("it is not a file");
    }
    BasicFileAttributes known = Files.readAttributes(file, BasicFileAttributes.class);
    boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
    Optional<Instant> changed = unix
        ? Optional.of(((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant())
        : Optional.empty();
    return new FileState(
        known.size(),
        known.lastModifiedTime().toInstant(),
        changed,
        String.valueOf(known.fileKey()));
  }

  /**
   * Whether any later change of the content must show in this state: it was last changed long enough before the content
   * was read that the file system's clock has moved on. Without such a clock none does.
   */
  boolean isSettledAt(Instant read) {
    return changed.isPresent() && changed.get().plus(GRANULARITY).isBefore(read);
  }

  /** This state, with some blocks of the content from all over it, as one digest. */
  Digest withSamples(Path file) throws IOException {
    MessageDigest sha256 = Digest.newSha256();
    String text = size + " " + modified + " " + changed + " " + identity;
    sha256.update(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    ByteBuffer block = ByteBuffer.allocate(SAMPLE_BYTES);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long last = Math.max(0, size - SAMPLE_BYTES);
      for (int i = 0; i < SAMPLES; i++) {
        block.clear();
        channel.read(
            block, last / (SAMPLES - 1) * i + (i == SAMPLES - 1 ? last % (SAMPLES - 1) : 0));
        sha256.update(block.flip());
      }
    }
    return Digest.of(sha256.digest());
  }
}
