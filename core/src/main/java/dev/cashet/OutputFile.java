package dev.cashet;

import dev.cashet.canonical.CanonicalForm;
import dev.cashet.canonical.KeyContext;
import dev.cashet.codec.FileResult;
import dev.cashet.codec.StoredFile;
import dev.cashet.model.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that a task has written, as its result or a part of it: its bytes are stored with the result when the task has
 * ended, and whoever gets that result without a run of the task gets the file back at its path. A file there that has
 * other bytes is replaced, as a run would have replaced it.
 *
 * <pre>{@code
 * static OutputFile render(Scene scene) throws IOException {
 *   Path file = Path.of("out/scene.png");
 *   …
 *   return OutputFile.of(file);
 * }
 * }</pre>
 *
 * <p>It must lie under the working directory, under the directory for temporary files, or in one that was given to
 * {@link CashetBuilder#outputs}: a store is not to write anywhere else. A relative path means the working directory of
 * whoever gets the result.
 */
public final class OutputFile implements FileResult, CanonicalForm, Serializable {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final transient @Nullable StoredFile stored;

  private OutputFile(String path, @Nullable StoredFile stored) {
    this.path = path;
    this.stored = stored;
  }

  /** The file at this path; its bytes are taken when the task has ended. */
  public static OutputFile of(Path path) {
    return new OutputFile(path.normalize().toString(), null);
  }

  static OutputFile of(StoredFile stored) {
    return new OutputFile(stored.path().toString(), stored);
  }

  @Override
  public Path path() {
    return Path.of(path);
  }

  /** The bytes: those that were stored, if this comes from a result, else those at the path. */
  @Override
  public InputStream open() throws IOException {
    return stored == null ? Files.newInputStream(path()) : stored.open();
  }

  @Override
  public boolean isExecutable() {
    return stored == null ? Files.isExecutable(path()) : stored.isExecutable();
  }

  /**
   * Writes the bytes to another place, replacing what is there.
   *
   * @throws IOException if they cannot be read or written
   */
  public void saveTo(Path target) throws IOException {
    try (InputStream in = open()) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public String canonicalName() {
    return "cashet.OutputFile/1";
  }

  /** Never: the content is asked for. */
  @Override
  public Object canonicalValue() {
    throw new UnsupportedOperationException("a file counts by its content");
  }

  /** The SHA-256 of the stored bytes, if there are any, and of the bytes at the path: a task can read both. */
  @Override
  public Object canonicalValue(KeyContext context) {
    List<@Nullable Object> parts = new ArrayList<>();
    Digest kept = stored == null ? null : stored.digest();
    parts.add(kept == null ? null : kept.toBytes());
    boolean there = kept == null || Files.isRegularFile(path());
    parts.add(there ? context.file(path()).toBytes() : null);
    return parts;
  }

  @Override
  public String canonicalText() {
    return "OutputFile[" + path + "]";
  }

  @Override
  public String toString() {
    return canonicalText();
  }
}
