package dev.cashet.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The files of the repository, seen from the directory of this module. */
final class Repository {
  /** The root: the directory that holds the first pom. */
  static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private Repository() {}

  /** The folders of the modules that have production code with a module descriptor. */
  static List<String> productionModules() {
    return modules().stream()
        .filter(module -> Files.exists(sources(module).resolve("module-info.java")))
        .toList();
  }

  /** The folders of all modules, in the order of the root pom. */
  static List<String> modules() {
    return Poms.texts(pom(""), "module");
  }

  static Path sources(String module) {
    return ROOT.resolve(module).resolve("src/main/java");
  }

  static Path classes(String module) {
    return ROOT.resolve(module).resolve("target/classes");
  }

  static Element pom(String module) {
    return Poms.read(ROOT.resolve(module).resolve("pom.xml"));
  }

  /** Every production source file, descriptors included. */
  static List<Path> sourceFiles() {
    return productionModules().stream()
        .flatMap(module -> javaFiles(sources(module)).stream())
        .toList();
  }

  static List<Path> javaFiles(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
