package dev.cashet.identity.corpus;

import dev.cashet.Fn0;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;

/**
 * Compiles many small programs at once. All of them have the same package, so each is made a module of its own for the
 * compiler: a task then reads the JDK's classes once for all instead of once for each, which is most of the time. The
 * class files are those that a compilation on the class path gives.
 */
public record Compiler(JavaCompiler tool, List<String> options) {
  /** Programs in one task; more would cost memory. */
  private static final int BATCH = 100;

  /** The Java name of a program's module, and of its folder. */
  public static String module(String program) {
    return "p_" + program.replace('-', '_');
  }

  /** What the programs are compiled against: the functional interfaces. */
  static String classPath() {
    Set<String> found = new TreeSet<>();
    for (Class<?> type : List.of(Fn0.class, Case.class)) {
      try {
        found.add(
            Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString());
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }
    return found.stream().collect(Collectors.joining(java.io.File.pathSeparator));
  }

  /** Compiles modules below {@code sources} into folders of their names below {@code classes}. */
  public void compile(Path sources, List<String> modules, Path classes) throws Exception {
    Files.createDirectories(classes);
    for (int from = 0; from < modules.size(); from += BATCH) {
      batch(sources, modules.subList(from, Math.min(from + BATCH, modules.size())), classes);
    }
  }

  private void batch(Path sources, List<String> modules, Path classes) throws Exception {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-proc:none", "-nowarn", "-d", classes.toString()));
    all.addAll(List.of("-classpath", classPath(), "--module-source-path", sources.toString()));
    List<Path> java = new ArrayList<>();
    for (String module : modules) {
      all.addAll(List.of("--add-reads", module + "=ALL-UNNAMED"));
      try (var walk = Files.walk(sources.resolve(module))) {
        walk.filter(p -> p.toString().endsWith(".java")).sorted().forEach(java::add);
      }
    }
    StringWriter text = new StringWriter();
    try (StandardJavaFileManager files =
        tool.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      if (!tool.getTask(text, files, null, all, null, files.getJavaFileObjectsFromPaths(java))
          .call()) {
        throw new IllegalStateException("cannot compile: " + text);
      }
    }
  }
}
