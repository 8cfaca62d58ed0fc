package dev.cashet;

import dev.cashet.canonical.CanonicalForm;
import dev.cashet.model.Digest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/**
 * A file as an argument: it counts by its content, wherever it lies and whatever it is called. Hashing reads the whole
 * file. The file must not change between the submission and the end of the task.
 */
public final class InputFile implements CanonicalForm, Serializable {
  private static final long serialVersionUID = 1L;

  private final String path;

  private InputFile(String path) {
    this.path = path;
  }

  /** The file at this path; it need not exist before it is used. */
  public static InputFile of(Path path) {
    return new InputFile(path.toAbsolutePath().normalize().toString());
  }

  /** Where it lies. */
  public Path path() {
    return Path.of(path);
  }

  /** The content as UTF-8 text. */
  public BufferedReader reader() throws IOException {
    return Files.newBufferedReader(path(), StandardCharsets.UTF_8);
  }

  /** The content as bytes. */
  public InputStream open() throws IOException {
    return Files.newInputStream(path());
  }

  @Override
  public String canonicalName() {
    return "cashet.InputFile/1";
  }

  /**
   * The SHA-256 of the content.
   *
   * @throws UncheckedIOException if the file cannot be read
   */
  @Override
  public Object canonicalValue() {
    MessageDigest sha256 = Digest.newSha256();
    try (DigestInputStream in = new DigestInputStream(open(), sha256)) {
      byte[] buffer = new byte[1 << 16];
      while (in.read(buffer) >= 0) {
        // The digest sees what is read.
      }
      return sha256.digest();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the input file " + path, e);
    }
  }

  @Override
  public String canonicalText() {
    return "InputFile[" + path + "]";
  }

  @Override
  public String toString() {
    return canonicalText();
  }
}
