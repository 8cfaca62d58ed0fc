package dev.cashet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import dev.cashet.TaskException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that explain and move what is stored, each as a user would give it, in this process. */
class HistoryCommandsTest {
  private static final String HOSTILE =
      "\u001b[31mred\u001b[0m <b>&amp;</b> [link](x) \u202e 😀 漢字\u0007";

  private static @TempDir Path folder;
  private static Path store;
  private static String rows;
  private static String text;
  private static String bytes;
  private static String first;
  private static String second;
  private static String failed;

  record Row(String name, double value) {}

  static List<Row> rows(int n) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      rows.add(new Row(i == 1 ? "with \"quotes\", and\nlines" : "row " + i, i / 2.0));
    }
    return rows;
  }

  static Map<String, Object> model(ResultRef<List<Row>> data, double rate) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("rows", data.load().size());
    model.put("rate", rate);
    return model;
  }

  static String text(String word) {
    return word.repeat(2);
  }

  static byte[] bytes(int n) {
    byte[] bytes = new byte[n];
    Arrays.fill(bytes, (byte) 0x9b);
    return bytes;
  }

  static int failing(String word) {
    throw new IllegalStateException("no luck with " + word);
  }

  @BeforeAll
  static void fill() {
    store = folder.resolve("store");
    try (Cashet cashet = Cashet.open(store)) {
      ResultRef<List<Row>> data = cashet.submit(HistoryCommandsTest::rows, 3);
      rows = data.commitHash();
      first = cashet.submit(HistoryCommandsTest::model, data, 0.01).commitHash();
      second = cashet.submit(HistoryCommandsTest::model, data, 0.02).commitHash();
      text = cashet.submit(HistoryCommandsTest::text, HOSTILE).commitHash();
      bytes = cashet.submit(HistoryCommandsTest::bytes, 3).commitHash();
      Assertions.assertThatThrownBy(() -> cashet.submit(HistoryCommandsTest::failing, HOSTILE))
          .isInstanceOfSatisfying(TaskException.class, e -> failed = e.commitHash());
    }
  }

  /** What a command came to. */
  private record Said(int code, byte[] bytes, String err) {
    String out() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static Said said(int width, Configuration configuration, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Output output = new Output(out, err, width);
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--dir", store.toString()));
    if (width > 0) {
      all.add("--no-pager");
    }
    int code = Main.run(output, configuration, all.toArray(String[]::new));
    output.close();
    return new Said(code, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
  }

  private static Said said(String... words) {
    return said(0, Configuration.of(List.of()), words);
  }

  private static Said onTerminal(int width, String... words) {
    return said(width, Configuration.of(List.of()), words);
  }

  /** The names of all fields of one JSON document, which must be whole and alone. */
  private static List<String> fields(String json) throws IOException {
    List<String> fields = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      int depth = 0;
      int documents = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        documents += depth == 0 ? 1 : 0;
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (token == JsonToken.FIELD_NAME) {
          fields.add(parser.currentName());
        }
      }
      assertThat(documents).isEqualTo(1);
    }
    return fields;
  }

  @Test
  void why_whenAnArgumentDiffers_saysItInOneLine() throws IOException {
    Said said = said("why", second);
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains(
            "miss  argument 2 (rate): 0.01 → 0.02", "compared with " + first.substring(0, 12));
    assertThat(said("why", first, second).out()).contains("0.02 → 0.01");
    assertThat(said("why", rows).out()).contains("never run");
    assertThat(fields(said("why", "--json", second).out()))
        .contains("outcome", "reason", "commit", "changes", "kind", "name", "before", "after");
  }

  @Test
  void diff_whenResultsDiffer_namesThePlace() throws IOException {
    Said said = said("diff", first, second);
    assertThat(said.out())
        .contains("argument 2 (rate): 0.01 → 0.02", "$.rate", "- 0.01", "+ 0.02")
        .doesNotContain("$.rows");
    assertThat(fields(said("diff", "--json", first, second).out()))
        .contains("before", "after", "sameKey", "changes", "source", "output", "complete");
    assertThat(said("diff", first, first).out()).contains("the same");
  }

  @ParameterizedTest
  @CsvSource({"text, made from", "dot, digraph lineage {", "mermaid, flowchart LR", "json, nodes"})
  void lineage_inEveryFormat_namesTheInput(String format, String mark) {
    Said said = said("lineage", first, "--format", format);
    assertThat(said.out()).contains(mark, rows.substring(0, 12));
    assertThat(said.err()).isEmpty();
  }

  @Test
  void lineage_whenAskedOneWay_goesThatWay() {
    assertThat(said("lineage", rows).out()).contains("used by", first.substring(0, 12));
    assertThat(said("lineage", rows, "--inputs").out()).doesNotContain(first.substring(0, 12));
    assertThat(said("lineage", first, "--users").out()).doesNotContain(rows.substring(0, 12));
    assertThat(said("lineage", first, "--depth", "-1").code()).isEqualTo(2);
  }

  @Test
  void history_always_listsTheRunsOfTheCall() throws IOException {
    assertThat(said("history", first).out()).contains(first.substring(0, 12)).hasLineCount(1);
    assertThat(fields(said("history", first, "--json").out())).startsWith("commits");
  }

  @Test
  void get_byTheFilesName_isWhatItSays() throws IOException {
    Path csv = folder.resolve("rows.csv");
    assertThat(said("get", rows, "-o", csv.toString()).code()).isZero();
    assertThat(Files.readString(csv))
        .isEqualTo(
            "name,value\r\nrow 0,0.0\r\n\"with \"\"quotes\"\", and\nlines\",0.5\r\nrow 2,1.0\r\n");
    Path json = folder.resolve("text.json");
    assertThat(said("get", text, "-o", json.toString()).code()).isZero();
    assertThat(Files.readString(json)).startsWith("\"\\u001b[31mred");
    Path txt = folder.resolve("text.txt");
    said("get", text, "-o", txt.toString());
    assertThat(Files.readString(txt)).isEqualTo(HOSTILE.repeat(2));
    Path bin = folder.resolve("bytes.bin");
    said("get", bytes, "-o", bin.toString());
    assertThat(bin).hasBinaryContent(bytes(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rows.txt", "rows.bin"})
  void get_whenItDoesNotFit_leavesNoFile(String name) {
    Said said = said("get", rows, "-o", folder.resolve("no-" + name).toString());
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).startsWith("cashet: ").hasLineCount(1);
    assertThat(folder.resolve("no-" + name)).doesNotExist();
    assertThat(said("get", text, "-o", folder.resolve("no.csv").toString()).code())
        .isEqualTo(1);
    assertThat(folder.resolve("no.csv")).doesNotExist();
  }

  @Test
  void anyCommand_onATerminal_letsNoControlsThrough() {
    for (String[] words : new String[][] {
      {"log"},
      {"show", text},
      {"show", failed},
      {"get", text},
      {"why", text},
      {"why", failed},
      {"diff", text, failed},
      {"lineage", text},
      {"history", failed}
    }) {
      Said said = onTerminal(72, words);
      String plain = said.out().replaceAll("\u001b\\[(0|1|2|31|32|33)m", "\0");
      assertThat(plain)
          .as(String.join(" ", words))
          .doesNotContain("\u001b", "\u0007", "\u202e", "\u009b");
    }
    assertThat(said("get", text).out()).as("a pipe gets it unaltered").isEqualTo(HOSTILE.repeat(2));
    Said binary = onTerminal(72, "get", bytes);
    assertThat(binary.code()).isEqualTo(1);
    assertThat(binary.bytes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 100})
  void log_onATerminal_keepsToItsWidth(int width) {
    Said said = said(width, Configuration.of(List.of()), "log", "--color", "never");
    assertThat(said.out().lines())
        .allSatisfy(line -> assertThat(Text.width(line)).isLessThanOrEqualTo(Math.max(width, 70)));
  }

  @Test
  void exportAndImport_always_moveTheStore() throws IOException {
    Path archive = folder.resolve("cache.tar.zst");
    assertThat(fields(said("export", archive.toString(), "--json").out()))
        .contains("commits", "objects", "present", "bytes", "skipped", "skippedCount");
    Path other = folder.resolve("other");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Output output = new Output(out, OutputStream.nullOutputStream(), 0);
    int code = Main.run(
        output,
        Configuration.of(List.of()),
        "import",
        archive.toString(),
        "--dir",
        other.toString());
    output.close();
    assertThat(code).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("imported  6 commits");
    assertThat(said("export", folder.resolve("a.zip").toString()).code()).isEqualTo(2);
    assertThat(said("export", archive.toString(), rows, "-f", "rows").code()).isEqualTo(2);
    assertThat(said("import", folder.resolve("none.tar").toString()).code()).isEqualTo(1);
  }

  @Test
  void configuration_always_givesDefaultsAndRefusesSlips() throws IOException {
    Path user = Files.writeString(folder.resolve("user"), "# mine\nlimit = 1\ncolor = always\n");
    Path own = Files.writeString(folder.resolve("own"), "log.limit = 2\n");
    Said said = said(0, Configuration.of(List.of(user, own)), "log");
    assertThat(said.out()).contains("\u001b[").hasLineCount(2);
    assertThat(said(0, Configuration.of(List.of(user, own)), "log", "-n", "3").out())
        .hasLineCount(3);
    Path slip = Files.writeString(folder.resolve("slip"), "log.limmit = 2\n");
    Assertions.assertThatThrownBy(() -> said(0, Configuration.of(List.of(slip)), "log"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("slip line 1: there is no option 'log.limmit'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void completion_forEveryShell_namesTheCommands(String shell) {
    assertThat(said("completion", shell).out()).contains("lineage", "export", "depth");
    assertThat(said("completion", "tcsh").code()).isEqualTo(2);
  }

  @Test
  void man_always_namesEveryCommandAndOption() {
    assertThat(said("man").out())
        .startsWith(".TH CASHET 1")
        .contains("\\fBcashet why\\fR", "\\-\\-depth", ".SH EXIT STATUS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "why",
        "why a b c",
        "diff",
        "diff abcd",
        "lineage",
        "history",
        "export",
        "import",
        "completion",
        "log --follow x"
      })
  void anyCommand_whenWordsAreMissingOrTooMany_isUsage(String words) {
    Said said = said(words.split(" ", -1));
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).isNotBlank().doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "why ffffffffffff",
        "diff ffffffffffff ffffffffffff",
        "lineage ffffffffffff",
        "history ffffffffffff"
      })
  void anyCommand_whenThereIsNoSuchCommit_endsWithOne(String words) {
    Said said = said(words.split(" ", -1));
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.err()).startsWith("cashet: ").contains("ffffffffffff").hasLineCount(1);
  }
}
