package dev.cashet.identity.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class files and their loaders: what runs is what is hashed. */
class LoadersTest {
  private static final String BASE = "story";
  private static final String EDITED = "helpers-helper";
  private static final String FUNCTION = "total";

  @TempDir
  Path folder;

  private final Identities identities = Identities.found();

  private Path compiled(String program) throws Exception {
    Program base = Program.read(BASE, Corpus.folder().resolve("base").resolve(BASE));
    Program chosen = Edit.readAll(Corpus.folder().resolve("changed")).stream()
        .filter(edit -> edit.name().equals(program))
        .findFirst()
        .map(edit -> edit.applyTo(base))
        .orElse(base);
    Path sources = folder.resolve("src-" + program);
    String module = Compiler.module(chosen.name());
    chosen.write(sources.resolve(module), List.of());
    new Compiler(ToolProvider.getSystemJavaCompiler(), List.of("-g"))
        .compile(sources, List.of(module), folder.resolve("classes-" + program));
    return folder.resolve("classes-" + program).resolve(module);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.list(from.resolve("app"))) {
      for (Path file : files.toList()) {
        Files.write(to.resolve("app").resolve(file.getFileName()), Files.readAllBytes(file));
      }
    }
  }

  @Test
  void identity_whenEditedOnDiskWhileItRuns_isThatOfWhatRuns() throws Exception {
    Path classes = compiled(BASE);
    Path edited = compiled(EDITED);
    try (Side running = new Side(classes)) {
      String before = identities.of(running.plain(FUNCTION));
      String result = running.result(FUNCTION);

      copy(edited, classes);

      assertThat(running.result(FUNCTION)).isEqualTo(result);
      assertThat(identities.of(running.plain(FUNCTION))).isEqualTo(before);
      try (Side again = new Side(classes)) {
        assertThat(again.result(FUNCTION)).isNotEqualTo(result);
        assertThat(identities.of(again.plain(FUNCTION))).isNotEqualTo(before);
      }
    }
  }

  @Test
  void identity_whenClassesOfOneNameInTwoLoaders_isThatOfEach() throws Exception {
    try (Side one = new Side(compiled(BASE));
        Side other = new Side(compiled(EDITED))) {
      String first = identities.of(one.plain(FUNCTION));
      String second = identities.of(other.plain(FUNCTION));

      assertThat(second).isNotEqualTo(first);
      assertThat(identities.of(one.plain(FUNCTION))).isEqualTo(first);
    }
  }

  @Test
  void identity_whenLoadedTwice_isTheSame() throws Exception {
    Path classes = compiled(BASE);
    try (Side one = new Side(classes);
        Side other = new Side(classes)) {
      assertThat(identities.of(one.plain(FUNCTION)))
          .isEqualTo(identities.of(other.plain(FUNCTION)));
    }
  }
}
