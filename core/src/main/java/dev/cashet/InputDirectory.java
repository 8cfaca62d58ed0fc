package dev.cashet;

import dev.cashet.canonical.CanonicalForm;
import dev.cashet.canonical.KeyContext;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A directory as an argument: it counts by the relative names and the contents of all files in it, wherever it lies. So
 * do empty directories. Symbolic links count as what they lead to, since that is what a task reads through them; one
 * that leads nowhere counts by its text. Permissions and times do not count. Large files are read again only when they
 * may have changed. Nothing in it may change between the submission and the end of the task.
 */
public final class InputDirectory implements CanonicalForm, Serializable {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final @Nullable String pattern;

  private InputDirectory(String path, @Nullable String pattern) {
    this.path = path;
    this.pattern = pattern;
  }

  /** The directory at this path with all that is in it; it need not exist before it is used. */
  public static InputDirectory of(Path path) {
    return new InputDirectory(path.toAbsolutePath().normalize().toString(), null);
  }

  /**
   * Only the files whose names match; the pattern counts too, and empty directories do not.
   *
   * @param glob as {@link java.nio.file.FileSystem#getPathMatcher} reads it, for example <code>*.{csv,json}</code>; without a
   *     {@code /} it is matched with the file's name, else with the path from this directory on
   * @throws java.util.regex.PatternSyntaxException if it is none
   */
  public InputDirectory matching(String glob) {
    DirectoryListing.matcher(Objects.requireNonNull(glob, "glob"));
    return new InputDirectory(path, glob);
  }

  /** Where it lies. */
  public Path path() {
    return Path.of(path);
  }

  /**
   * The files that count, as absolute paths in the order of their names.
   *
   * @throws UncheckedIOException if the directory cannot be read
   */
  public List<Path> files() {
    try {
      return DirectoryListing.of(path(), pattern).entries().entrySet().stream()
          .filter(entry -> entry.getValue() == DirectoryListing.Kind.FILE)
          .map(entry -> path().resolve(entry.getKey()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the input directory " + path, e);
    }
  }

  @Override
  public String canonicalName() {
    return "cashet.InputDirectory/1";
  }

  /** Never: the content is asked for. */
  @Override
  public Object canonicalValue() {
    throw new UnsupportedOperationException("a directory counts by its content");
  }

  /** The pattern, then name, kind and content of each entry. */
  @Override
  public Object canonicalValue(KeyContext context) {
    try {
      DirectoryListing listing = DirectoryListing.of(path(), pattern);
      List<@Nullable Object> parts = new ArrayList<>();
      parts.add(pattern);
      for (Map.Entry<String, DirectoryListing.Kind> entry : listing.entries().entrySet()) {
        Path place = path().resolve(entry.getKey());
        parts.add(entry.getKey());
        parts.add(entry.getValue().name());
        parts.add(
            switch (entry.getValue()) {
              case FILE -> context.file(place).toBytes();
              case EMPTY_DIRECTORY -> null;
              case BROKEN_LINK -> java.nio.file.Files.readSymbolicLink(place).toString();
            });
      }
      if (!DirectoryListing.of(path(), pattern).equals(listing)) {
        throw new IOException("files came or went while it was read");
      }
      return parts;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read the input directory " + path + ": " + e.getMessage(), e);
    }
  }

  @Override
  public String canonicalText() {
    return "InputDirectory[" + path + (pattern == null ? "" : ", " + pattern) + "]";
  }

  @Override
  public String toString() {
    return canonicalText();
  }
}
