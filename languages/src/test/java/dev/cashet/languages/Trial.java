package dev.cashet.languages;

import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** A program in another language, compiled after an edit and run on one store, each time by a loader of its own. */
final class Trial {
  private final Path folder;
  private final String file;
  private final BiConsumer<Path, Path> compiler;
  private int builds;

  Trial(Path folder, String file, BiConsumer<Path, Path> compiler) {
    this.folder = folder;
    this.file = file;
    this.compiler = compiler;
  }

  /** A submission as its caller sees it. */
  record Submitted(String name, boolean hit, String key, Object value) {}

  /** Submits all tasks of the program as it is. */
  Map<String, Submitted> run() {
    return run("", "");
  }

  /** The same after an edit of the text. */
  Map<String, Submitted> run(String from, String to) {
    Map<String, Submitted> all = new LinkedHashMap<>();
    ((Map<?, ?>) call("submit", from, to)).forEach((name, value) -> {
      ResultRef<?> ref = (ResultRef<?>) value;
      var call = ref.commit().call();
      all.put(
          (String) name,
          new Submitted(
              call.name().shortName(), ref.wasCached(), call.fingerprint().hex(), ref.load()));
    });
    return all;
  }

  /** The names of those that ran after an edit. */
  Set<String> ran(String from, String to) {
    Set<String> names = new TreeSet<>();
    run(from, to).forEach((name, each) -> {
      if (!each.hit()) {
        names.add(name);
      }
    });
    return names;
  }

  /** Calls a method of the program's class {@code app.Program} with a client, after an edit. */
  Object call(String method, String from, String to) {
    Path classes = build(from, to);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
        Cashet cashet = Cashet.builder().directory(folder.resolve("store")).build()) {
      Class<?> program = loader.loadClass("app.Program");
      Object made = program.getConstructor().newInstance();
      return program.getMethod(method, Cashet.class).invoke(made, cashet);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(e);
    } catch (IOException | ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private Path build(String from, String to) {
    builds++;
    try (InputStream in = Trial.class.getResourceAsStream("/programs/" + file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (!text.contains(from)) {
        throw new IllegalArgumentException("the program has no " + from);
      }
      Path source =
          Files.writeString(folder.resolve(file), from.isEmpty() ? text : text.replace(from, to));
      Path classes = Files.createDirectories(folder.resolve("classes" + builds));
      compiler.accept(source, classes);
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
