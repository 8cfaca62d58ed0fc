package dev.cashet;

import dev.cashet.canonical.CanonicalForm;
import dev.cashet.canonical.KeyContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file as an argument: it counts by its content, wherever it lies and whatever it is called. A large file is read once
 * and again only when it may have changed (docs/guide/values.md). It must not change between the submission and the end
 * of the task.
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

  /** Never: the content is asked for. */
  @Override
  public Object canonicalValue() {
    throw new UnsupportedOperationException("a file counts by its content");
  }

  /** The SHA-256 of the content. */
  @Override
  public Object canonicalValue(KeyContext context) {
    return context.file(path()).toBytes();
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
