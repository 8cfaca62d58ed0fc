package dev.cashet.identity.corpus;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** All programs of the corpus, read, written out and compiled into folders by compiler and program. */
final class Corpus {
  /** Programs with syntax that the oldest supported release does not know. */
  static final String MODERN = "modern";

  /** How many methods of an edited program are handed over in every form; more would cost only time. */
  private static final int FORMED = 2;

  private final Map<String, Program> programs = new TreeMap<>();
  private final Map<String, List<Edit>> edits = new TreeMap<>();
  private final Path work;

  Corpus(Path work) throws Exception {
    this.work = work;
    Path folder = folder();
    try (var bases = Files.list(folder.resolve("base"))) {
      for (Path base : bases.sorted().toList()) {
        String name = base.getFileName().toString();
        programs.put(name, Program.read(name, base));
      }
    }
    for (String verdict : List.of("changed", "unchanged", "discussed")) {
      List<Edit> all = Edit.readAll(folder.resolve(verdict));
      edits.put(verdict, all);
      for (Edit edit : all) {
        Program after = edit.applyTo(programs.get(edit.base()));
        if (programs.put(edit.name(), after) != null) {
          throw new IllegalStateException("two programs are called " + edit.name());
        }
      }
    }
    for (Program program : programs.values()) {
      program.write(sources().resolve(Compiler.module(program.name())), inAllForms(program.name()));
    }
  }

  /** The methods that a program hands over in every form: all of a base, those in question of an edit. */
  List<String> inAllForms(String name) {
    Optional<Edit> edit =
        edits.values().stream().flatMap(List::stream).filter(named(name)).findFirst();
    List<String> methods = programs.get(edit.map(Edit::base).orElse(name)).methods();
    if (edit.isEmpty()) {
      return methods;
    }
    List<String> changed =
        methods.stream().filter(edit.get().scope()::changes).limit(FORMED).toList();
    return changed.isEmpty() ? some(methods, name.length()) : changed;
  }

  private static List<String> some(List<String> methods, int from) {
    return IntStream.range(from, from + FORMED)
        .mapToObj(i -> methods.get(i % methods.size()))
        .distinct()
        .toList();
  }

  /** The sources, not a copy of them: a copy may hold what has been renamed since. */
  static Path folder() {
    return Path.of("src", "test", "resources", "corpus").toAbsolutePath();
  }

  Program program(String name) {
    return programs.get(name);
  }

  /** The pairs of a verdict that this JDK can run. */
  List<Edit> edits(String verdict) {
    return edits.get(verdict).stream().filter(edit -> runs(edit.base())).toList();
  }

  /** Every program of which this JDK can run the class files, bases first. */
  List<String> names() {
    List<String> names = new ArrayList<>(bases());
    edits.keySet().forEach(verdict -> edits(verdict).forEach(edit -> names.add(edit.name())));
    return names;
  }

  List<String> bases() {
    return programs.keySet().stream()
        .filter(name -> edits.values().stream().flatMap(List::stream).noneMatch(named(name)))
        .filter(this::runs)
        .toList();
  }

  private static java.util.function.Predicate<Edit> named(String name) {
    return edit -> edit.name().equals(name);
  }

  private boolean runs(String base) {
    return !base.equals(MODERN) || Runtime.version().feature() >= 21;
  }

  /** The release that a program is compiled for. */
  String release(String name) {
    boolean modern = name.equals(MODERN)
        || edits.values().stream()
            .flatMap(List::stream)
            .anyMatch(edit -> edit.name().equals(name) && edit.base().equals(MODERN));
    return modern ? "21" : "17";
  }

  /** The folder with a folder of sources for each program. */
  Path sources() {
    return work.resolve("src");
  }

  /** The folder with a folder of class files for each program. */
  Path classes(String compiler) {
    return work.resolve(compiler);
  }

  private Path classes(String compiler, String name) {
    return classes(compiler).resolve(Compiler.module(name));
  }

  Side open(String compiler, String name) {
    return new Side(classes(compiler, name));
  }

  /** The same classes from a jar. */
  Side openJar(String compiler, String name) throws IOException {
    Path classes = classes(compiler, name);
    Path jar = Files.createDirectories(work.resolve("jars")).resolve(name + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream out = new ZipOutputStream(file);
        var walk = Files.walk(classes)) {
      out.setLevel(0);
      for (Path path : walk.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(path).toString().replace('\\', '/')));
        Files.copy(path, out);
      }
    }
    return new Side(jar);
  }
}
