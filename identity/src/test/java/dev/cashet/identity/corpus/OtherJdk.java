package dev.cashet.identity.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A JDK of another feature version than the running one, whose compiler is run as one process over all programs. Named
 * by the system property {@code cashet.jdk25} or the variable {@code JAVA25_HOME}, else looked for beside the running
 * one.
 */
public record OtherJdk(Path home, int feature) {
  /** The newest there is; empty if there is none. */
  public static Optional<OtherJdk> find() {
    List<Path> candidates = new ArrayList<>();
    for (String named :
        new String[] {System.getProperty("cashet.jdk25"), System.getenv("JAVA25_HOME")}) {
      if (named != null && !named.isBlank()) {
        candidates.add(Path.of(named));
      }
    }
    Path siblings = Path.of(System.getProperty("java.home")).getParent();
    try (Stream<Path> homes = Files.list(siblings)) {
      homes.sorted(Comparator.reverseOrder()).forEach(candidates::add);
    } catch (IOException e) {
      System.out.println("cannot look for a JDK in " + siblings + ": " + e);
    }
    return candidates.stream()
        .map(OtherJdk::of)
        .flatMap(Optional::stream)
        .filter(jdk -> jdk.feature >= 17 && jdk.feature != Runtime.version().feature())
        .max(Comparator.comparingInt(OtherJdk::feature));
  }

  private static Optional<OtherJdk> of(Path home) {
    Path release = home.resolve("release");
    if (!Files.isExecutable(home.resolve("bin/javac")) || !Files.isReadable(release)) {
      return Optional.empty();
    }
    Properties stated = new Properties();
    try (var in = Files.newBufferedReader(release)) {
      stated.load(in);
    } catch (IOException e) {
      return Optional.empty();
    }
    String version = stated.getProperty("JAVA_VERSION", "0").replace("\"", "");
    return Optional.of(new OtherJdk(home, Integer.parseInt(version.split("[.+-]")[0])));
  }

  /** Starts {@link #main} there; each job is sources, classes, modules between commas, and options. */
  public Process start(Path jobs, List<List<String>> all) throws IOException {
    Files.write(jobs, all.stream().map(job -> String.join("\t", job)).toList());
    return new ProcessBuilder(
            home.resolve("bin/java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            Compiler.classPath(),
            OtherJdk.class.getName(),
            jobs.toString())
        .redirectErrorStream(true)
        .redirectOutput(jobs.resolveSibling(jobs.getFileName() + ".log").toFile())
        .start();
  }

  /** Compiles the jobs of a file, one per line, with tabs between the parts. */
  public static void main(String[] args) throws Exception {
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      List<String> job = List.of(line.split("\t"));
      new Compiler(ToolProvider.getSystemJavaCompiler(), job.subList(3, job.size()))
          .compile(Path.of(job.get(0)), List.of(job.get(2).split(",")), Path.of(job.get(1)));
    }
  }
}
