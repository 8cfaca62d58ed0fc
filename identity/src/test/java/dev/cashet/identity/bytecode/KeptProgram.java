package dev.cashet.identity.bytecode;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cashet.Fn0;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.analysis.Analyzer;

/** A program on a class path, started as a process that prints an identity and whether an earlier start had kept it. */
final class KeptProgram {
  /** What {@code app.Main} consists of; {@code SUM} is to be replaced. */
  static final String MAIN = """
      package app;
      import dev.cashet.identity.FunctionIdentity;
      import dev.cashet.identity.FunctionKey;
      import dev.cashet.identity.Target;
      import dev.cashet.model.Invocation;
      import java.nio.file.Path;
      import java.util.*;
      public class Main {
        static int twice(int x) { return Helper.plus(x, x); }
        public static void main(String[] arguments) {
          FunctionIdentity identity = new dev.cashet.identity.bytecode.BytecodeIdentity()
              .keptIn(() -> arguments.length > 0 ? Optional.of(Path.of(arguments[0])) : Optional.empty());
          identity.prepare(ClassLoader.getSystemClassLoader());
          dev.cashet.Fn0<Object> function = () -> twice(7);
          Target target = identity.resolve(new Invocation(function, List.of(), function::call));
          FunctionKey key = identity.identify(target, List.of(), List.of());
          identity.keep();
          System.out.println(key.digest().hex() + " " + key.getClass().getSimpleName());
          System.out.println(key.isUserClass("app.Helper") + " " + key.record().digest().hex());
        }
      }
      class Helper { static int plus(int a, int b) { return a + b * 1; } }
      """;

  /** What a start printed. */
  record Printed(String digest, boolean kept, String text) {}

  private final List<Path> classPath = new ArrayList<>();
  private final Path directory;

  KeptProgram(Path classes, Path directory) {
    this.directory = directory;
    classPath.add(classes);
    Set<Path> own = new LinkedHashSet<>();
    for (Class<?> each : List.of(
        Fn0.class,
        BytecodeIdentity.class,
        ClassReader.class,
        ClassNode.class,
        Analyzer.class,
        org.jspecify.annotations.Nullable.class)) {
      own.add(place(each));
    }
    classPath.addAll(own);
  }

  /** Where a class comes from. */
  static Path place(Class<?> type) {
    return Path.of(java.net.URI.create(
        type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  void alsoOn(Path place) {
    classPath.add(place);
  }

  Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    StringBuilder path = new StringBuilder();
    classPath.forEach(each -> path.append(each).append(java.io.File.pathSeparator));
    command.add(path.substring(0, path.length() - 1));
    command.add("app.Main");
    command.add(directory.toString());
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  static Printed await(Process process) throws Exception {
    String text = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    process.waitFor();
    String[] words = text.split("\\s+");
    return new Printed(words[0], words.length > 1 && words[1].equals("KeptKey"), text);
  }

  Printed run() throws Exception {
    return await(start());
  }
}
