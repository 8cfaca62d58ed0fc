package dev.cashet.identity.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.model.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holes and impurities of small programs: each is reported as what it is, and a clean program has none. */
class FindingsTest {
  private static final Path WORK = Path.of("target", "corpus-findings").toAbsolutePath();
  private static final Identities IDENTITIES = Identities.found();
  private static final Map<String, Properties> EXPECTED = new TreeMap<>();

  @BeforeAll
  static void compile() throws Exception {
    List<String> modules = new ArrayList<>();
    for (String kind : List.of("holes", "clean")) {
      for (String name : names(kind)) {
        Path folder = Corpus.folder().resolve(kind).resolve(name);
        Program.read(name, folder).write(sources().resolve(Compiler.module(name)), List.of());
        modules.add(Compiler.module(name));
        Properties expected = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve("expect.properties"))) {
          expected.load(in);
        }
        EXPECTED.put(name, expected);
      }
    }
    new Compiler(ToolProvider.getSystemJavaCompiler(), List.of("-g"))
        .compile(sources(), modules, WORK.resolve("classes"));
  }

  private static Path sources() {
    return WORK.resolve("src");
  }

  private static List<String> names(String kind) throws Exception {
    try (var folders = Files.list(Corpus.folder().resolve(kind))) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  static List<String> holes() throws Exception {
    return names("holes");
  }

  static List<String> clean() throws Exception {
    return names("clean");
  }

  private static List<Finding> findings(String name)
      throws ReflectiveOperationException, IOException {
    try (Side side = new Side(WORK.resolve("classes").resolve(Compiler.module(name)))) {
      return IDENTITIES.findings(side.plain("run"));
    }
  }

  @ParameterizedTest
  @MethodSource
  void holes(String name) throws Exception {
    Properties expected = EXPECTED.get(name);
    List<Finding> found = findings(name);
    assertThat(found).as(name).anySatisfy(finding -> {
      assertThat(finding.category().name()).isEqualTo(expected.getProperty("category"));
      assertThat(finding.level().name()).isEqualTo(expected.getProperty("level"));
      assertThat(finding.kind()).isEqualTo(expected.getProperty("kind"));
      assertThat(finding.what()).contains(expected.getProperty("what"));
      assertThat(finding.path()).isNotEmpty();
      assertThat(finding.path().get(0)).contains("Main.run");
      assertThat(String.join(" ", finding.path())).contains(expected.getProperty("path", ""));
    });
  }

  @ParameterizedTest
  @MethodSource
  void clean(String name) throws Exception {
    assertThat(findings(name)).as(EXPECTED.get(name).getProperty("why")).isEmpty();
  }

  @Test
  void corpus_whenRead_isLargeEnough() throws Exception {
    assertThat(holes()).hasSizeGreaterThanOrEqualTo(25);
    assertThat(clean()).hasSizeGreaterThanOrEqualTo(10);
  }
}
