package dev.cashet.identity.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources of one small program, by file name; all in package {@code app}. */
record Program(String name, Map<String, String> sources) {
  private static final Pattern ENTRY =
      Pattern.compile("public static (Object|Fn0<Object>|Case) (\\w+)\\(\\)");

  Program {
    sources = new TreeMap<>(sources);
  }

  static Program read(String name, Path folder) {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder.resolve("app"))) {
      for (Path file : files.toList()) {
        sources.put(file.getFileName().toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Program(name, sources);
  }

  /** The names of the functions under test: what Main has of public static methods without parameters. */
  Set<String> functions() {
    Set<String> found = new LinkedHashSet<>();
    Matcher m = ENTRY.matcher(sources.get("Main.java"));
    while (m.find()) {
      found.add(m.group(2));
    }
    return found;
  }

  /** Those that are ordinary methods, so that they can be handed over in many forms. */
  List<String> methods() {
    List<String> found = new ArrayList<>();
    Matcher m = ENTRY.matcher(sources.get("Main.java"));
    while (m.find()) {
      if (m.group(1).equals("Object")) {
        found.add(m.group(2));
      }
    }
    return found;
  }

  /** Writes the sources, and classes that hand over the methods, some of them in all forms, to {@code folder/app}. */
  void write(Path folder, List<String> inAllForms) throws IOException {
    Path app = Files.createDirectories(folder.resolve("app"));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Files.writeString(app.resolve(source.getKey()), source.getValue());
    }
    Files.writeString(
        folder.resolve("module-info.java"),
        "module " + Compiler.module(name)
            + " {\n  requires java.logging;\n  requires java.net.http;\n  requires java.sql;\n}\n");
    Files.writeString(app.resolve("Plain.java"), Forms.plain(methods()));
    Files.writeString(app.resolve("Forms.java"), Forms.source(inAllForms));
  }
}
