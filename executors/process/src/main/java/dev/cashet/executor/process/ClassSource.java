package dev.cashet.executor.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Class files that another process cannot read for itself: made in memory by the source launcher or a shell, from a
 * nested jar or a run-time image.
 */
final class ClassSource {
  /** What a shell wraps snippets in; its variables are static fields of such classes. */
  private static final Pattern SHELL_WRAPPER = Pattern.compile("REPL\\.\\$JShell\\$[0-9A-Za-z]+");

  private final ClassLoader loader;
  private final Set<Path> places;

  /**
   * The classes of a loader.
   *
   * @param loader gives them
   * @param places that the other process reads for itself
   */
  ClassSource(ClassLoader loader, Set<Path> places) {
    this.loader = loader;
    this.places = places;
  }

  /** The class file of this name; empty if there is none, or the other process has it. */
  Optional<byte[]> find(String name) {
    String file = name.replace('.', '/') + ".class";
    URL url = loader.getResource(file);
    if (url == null || isKnown(url)) {
      return Optional.empty();
    }
    try (InputStream in = loader.getResourceAsStream(file)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the class file of " + name, e);
    }
  }

  /**
   * The values of a shell's variables that the class holds; empty for other classes, whose statics are made anew.
   *
   * @throws IllegalArgumentException if one cannot be sent
   */
  Optional<byte[]> variables(String name) {
    if (!SHELL_WRAPPER.matcher(name).matches()) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    try {
      for (Field field : Class.forName(name, false, loader).getDeclaredFields()) {
        int modifiers = field.getModifiers();
        if (Modifier.isStatic(modifiers) && !Modifier.isFinal(modifiers) && !field.isSynthetic()) {
          field.setAccessible(true);
          values.put(field.getName(), field.get(null));
        }
      }
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalArgumentException("cannot read the variables of " + name + ": " + e, e);
    }
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(CallWriter.write("the shell's variables " + values.keySet(), values));
  }

  private boolean isKnown(URL url) {
    String address = url.toString();
    return switch (url.getProtocol()) {
      case "file" -> places.stream().anyMatch(Path.of(URI.create(address))::startsWith);
      case "jar" -> {
        int bang = address.indexOf("!/");
        boolean nested = bang < 0 || address.indexOf("!/", bang + 1) >= 0;
        yield !nested
            && address.startsWith("jar:file:")
            && places.contains(Path.of(URI.create(address.substring("jar:".length(), bang))));
      }
      case "jrt" -> address.startsWith("jrt:/java.") || address.startsWith("jrt:/jdk.");
      default -> false;
    };
  }
}
