package dev.cashet.program;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The ways in which people build and start a program. Its main class is {@code app.Main}. */
enum Start {
  /** Class files in a directory on the class path. */
  DIRECTORY {
    @Override
    List<String> build(Path folder, Map<String, String> files) throws IOException {
      Path classes = compile(folder, files, List.of("-cp", Child.libraries()));
      return classPath(classes);
    }
  },
  /** A jar on the class path. */
  JAR {
    @Override
    List<String> build(Path folder, Map<String, String> files) throws IOException {
      Path classes = compile(folder, files, List.of("-cp", Child.libraries()));
      return classPath(jar(classes, folder.resolve("app.jar")));
    }
  },
  /** A source file given to {@code java}. */
  SOURCE {
    @Override
    List<String> build(Path folder, Map<String, String> files) throws IOException {
      StringBuilder all = new StringBuilder(HEAD).append(files.get("Main"));
      files.forEach((name, text) -> {
        if (!name.equals("Main")) {
          all.append(text.replace("public final class", "final class"));
        }
      });
      Path app = Files.createDirectories(folder.resolve("app"));
      Path file = Files.writeString(app.resolve("Main.java"), all);
      return Child.java("-cp", Child.libraries(), file.toString());
    }
  },
  /** A named module that opens and exports nothing. */
  MODULE {
    @Override
    List<String> build(Path folder, Map<String, String> files) throws IOException {
      Files.writeString(
          Files.createDirectories(folder.resolve("src")).resolve("module-info.java"),
          "module user.app { requires dev.cashet; }");
      Path classes = compile(folder, files, List.of("-p", Child.libraries()));
      String path = classes + File.pathSeparator + Child.libraries();
      return Child.java("-p", path, "-m", "user.app/app.Main");
    }
  };

  private static final String HEAD = "package app;\nimport dev.cashet.*;\n";

  /** Builds the program from the texts of its files; the command that starts it. */
  abstract List<String> build(Path folder, Map<String, String> files) throws IOException;

  private static List<String> classPath(Path program) {
    String path = program + File.pathSeparator + Child.libraries();
    return Child.java("-cp", path, "app.Main");
  }

  private static Path compile(Path folder, Map<String, String> files, List<String> path)
      throws IOException {
    Path sources = Files.createDirectories(folder.resolve("src"));
    for (Map.Entry<String, String> each : files.entrySet()) {
      Files.writeString(sources.resolve(each.getKey() + ".java"), HEAD + each.getValue());
    }
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> options = new ArrayList<>(path);
    options.addAll(List.of("-proc:none", "-d", classes.toString()));
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager manager =
            javac.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        Stream<Path> written = Files.list(sources)) {
      var units = manager.getJavaFileObjectsFromPaths(written.sorted().toList());
      if (!javac.getTask(said, manager, null, options, null, units).call()) {
        throw new AssertionError("does not compile:\n" + said);
      }
    }
    return classes;
  }

  private static Path jar(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> all = Files.walk(classes)) {
      for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
        out.write(Files.readAllBytes(each));
      }
    }
    return jar;
  }
}
