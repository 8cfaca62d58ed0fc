package dev.cashet.identity.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The corpus compiled by every compiler at hand. */
final class Builds {
  static final String JAVAC = "javac-g";
  static final String ECJ = "ecj";

  private final Corpus corpus;
  private final Path work;
  private final Map<String, List<String>> options = new TreeMap<>();
  private Optional<Process> other = Optional.empty();
  private String otherNames = "";
  private int otherFeature;

  Builds(Corpus corpus, Path work) {
    this.corpus = corpus;
    this.work = work;
    options.put(JAVAC, List.of("-g"));
    options.put("javac-default", List.of());
    options.put("javac-g-none", List.of("-g:none"));
    options.put("javac-parameters", List.of("-g", "-parameters"));
    options.put(ECJ, List.of("-g"));
    options.put("other-g", List.of("-g"));
    options.put("other-g-none", List.of("-g:none"));
  }

  /** Starts the other JDK's compiler over all programs; says so when there is none. */
  void startOther() throws IOException {
    Optional<OtherJdk> jdk = OtherJdk.find();
    if (jdk.isEmpty()) {
      System.out.println(
          "corpus: no second JDK found; name one with -Dcashet.jdk25 or JAVA25_HOME");
      return;
    }
    List<List<String>> jobs = new ArrayList<>();
    for (String build : List.of("other-g", "other-g-none")) {
      List<String> names = build.equals("other-g") ? forOther() : corpus.bases();
      byRelease(names).forEach((release, some) -> {
        List<String> job = new ArrayList<>();
        job.add(corpus.sources().toString());
        job.add(corpus.classes(build).toString());
        job.add(String.join(",", some));
        job.addAll(options.get(build));
        job.addAll(List.of("--release", release));
        if (Integer.parseInt(release) <= jdk.get().feature()) {
          jobs.add(job);
        }
      });
    }
    otherNames = "javac " + jdk.get().feature();
    otherFeature = jdk.get().feature();
    other = Optional.of(jdk.get().start(work.resolve("jobs"), jobs));
  }

  /** What the other JDK compiles: the bases and every fourth edit, or with {@code -Dcashet.corpus=full} all. */
  List<String> forOther() {
    List<String> names = corpus.names();
    boolean full = "full".equals(System.getProperty("cashet.corpus"));
    int bases = corpus.bases().size();
    return IntStream.range(0, names.size())
        .filter(i -> full || i < bases || i % 4 == 0)
        .mapToObj(names::get)
        .toList();
  }

  /** Whether the other compiler knows the release that a program is written in. */
  boolean otherCompiles(String program) {
    return Integer.parseInt(corpus.release(program)) <= otherFeature;
  }

  /** Waits for it; empty if there is none, else its name. */
  Optional<String> awaitOther() throws Exception {
    if (other.isEmpty()) {
      return Optional.empty();
    }
    if (other.get().waitFor() != 0) {
      throw new IllegalStateException(Files.readString(work.resolve("jobs.log")));
    }
    return Optional.of(otherNames);
  }

  /** Compiles programs in this process. */
  void build(String build, List<String> names) throws Exception {
    JavaCompiler tool = build.equals(ECJ) ? ecj() : ToolProvider.getSystemJavaCompiler();
    for (Map.Entry<String, List<String>> some : byRelease(names).entrySet()) {
      List<String> all = new ArrayList<>(options.get(build));
      boolean own = some.getKey().equals(String.valueOf(Runtime.version().feature()));
      if (!own || build.equals(ECJ)) {
        all.addAll(List.of("--release", some.getKey()));
      }
      new Compiler(tool, all).compile(corpus.sources(), some.getValue(), corpus.classes(build));
    }
  }

  private Map<String, List<String>> byRelease(List<String> names) {
    return names.stream()
        .collect(Collectors.groupingBy(
            corpus::release,
            TreeMap::new,
            Collectors.mapping(Compiler::module, Collectors.toList())));
  }

  private static JavaCompiler ecj() {
    return ServiceLoader.load(JavaCompiler.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(tool -> tool.getClass().getName().startsWith("org.eclipse.jdt."))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("ecj is not on the class path"));
  }
}
