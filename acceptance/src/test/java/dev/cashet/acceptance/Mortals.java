package dev.cashet.acceptance;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Programs to be killed, started ahead of their time. Thousands of them start, so each starts fast: from an archive of
 * loaded classes, and without the reading of bytecode ({@code PlainIdentity}).
 */
final class Mortals implements AutoCloseable {
  private static final String PROGRAM = "dev.cashet.acceptance.program.Mortal";
  private static final String IDENTITY = "dev.cashet.acceptance.program.PlainIdentity";
  private static final String SERVICE = "META-INF/services/dev.cashet.identity.FunctionIdentity";
  private static final int AHEAD = 5;

  private final ChildJvm jvm;
  private final Deque<Child> waiting = new ArrayDeque<>();

  Mortals(Path scratch) throws IOException, InterruptedException {
    // An archive of classes knows jars alone.
    Path programs = scratch.resolve("programs.jar");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(programs))) {
      add(jar, SERVICE, IDENTITY.getBytes(StandardCharsets.UTF_8));
      for (Path file : Directories.under(Built.programs())) {
        String name = Built.programs().relativize(file).toString().replace(File.separatorChar, '/');
        if (name.startsWith("dev/cashet/acceptance/program/") && Files.isRegularFile(file)) {
          add(jar, name, Files.readAllBytes(file));
        }
      }
    }
    String classPath = Stream.concat(
            Stream.of(programs),
            Built.libraries().stream().filter(jar -> !jar.toString().contains("cashet-identity")))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
    ChildJvm plain = new ChildJvm(List.of(), ChildJvm.standard().options(), classPath);
    Path archive = scratch.resolve("classes.jsa");
    Path practice = Files.createDirectory(scratch.resolve("practice"));
    try (Child child =
        plain.with("-XX:ArchiveClassesAtExit=" + archive).start(PROGRAM, practice.toString())) {
      Child.Ended ended = child.end();
      if (ended.code() != 0) {
        throw new AssertionError("the program cannot practise: " + ended);
      }
    }
    this.jvm = plain.with("-XX:SharedArchiveFile=" + archive);
    for (int i = 0; i < AHEAD; i++) {
      waiting.addLast(jvm.start(PROGRAM));
    }
  }

  /** So many that are ready. */
  List<Child> next(int count) throws IOException, InterruptedException {
    List<Child> ready = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      waiting.addLast(jvm.start(PROGRAM));
      Child child = waiting.removeFirst();
      child.line("ready");
      ready.add(child);
    }
    return ready;
  }

  @Override
  public void close() {
    waiting.forEach(Child::close);
  }

  private static void add(JarOutputStream jar, String name, byte[] bytes) {
    try {
      jar.putNextEntry(new JarEntry(name));
      OutputStream out = jar;
      out.write(bytes);
      jar.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
