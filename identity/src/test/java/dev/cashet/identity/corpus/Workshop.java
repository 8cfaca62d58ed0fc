package dev.cashet.identity.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The corpus written out and compiled once for all tests of a run, below the build folder. */
final class Workshop {
  private static final Workshop SHARED = new Workshop();

  final Corpus corpus;
  final Builds builds;
  private final Map<String, String> results = new ConcurrentHashMap<>();
  private final Map<String, Map<String, String>> together = new ConcurrentHashMap<>();

  private Workshop() {
    try {
      Path work = Path.of("target", "corpus").toAbsolutePath();
      clear(work);
      Files.createDirectories(work);
      corpus = new Corpus(work);
      builds = new Builds(corpus, work);
      builds.startOther();
      builds.build(Builds.JAVAC, corpus.names());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static Workshop shared() {
    return SHARED;
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var walk = Files.walk(folder)) {
        for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** What a function of a program gives when it runs in a loader of its own. */
  String result(String program, String function) {
    return results.computeIfAbsent(program + "." + function, ignored -> run(program, function));
  }

  private String run(String program, String function) {
    try (Side side = corpus.open(Builds.JAVAC, program)) {
      return side.result(function);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What all functions of a base give in the given program when they run one after another in one loader. */
  Map<String, String> resultsTogether(String base, String program) {
    return together.computeIfAbsent(program, ignored -> {
      Map<String, String> all = new LinkedHashMap<>();
      try (Side side = corpus.open(Builds.JAVAC, program)) {
        corpus.program(base).functions().forEach(name -> all.put(name, side.result(name)));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      return all;
    });
  }
}
