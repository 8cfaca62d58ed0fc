package dev.cashet.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Small programs compiled for a test. */
final class Built {
  private Built() {}

  /** Compiles one file of package {@code app} into {@code folder/classes}, and returns that. */
  static Path classes(Path folder, String source) throws IOException {
    Path file = Files.createDirectories(folder).resolve("Main.java");
    Files.writeString(file, "package app;\n" + source);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    StringWriter said = new StringWriter();
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<String> options = List.of("-proc:none", "-d", classes.toString());
      if (!javac
          .getTask(said, files, null, options, null, files.getJavaFileObjects(file))
          .call()) {
        throw new IllegalArgumentException("does not compile: " + said);
      }
    }
    return classes;
  }
}
