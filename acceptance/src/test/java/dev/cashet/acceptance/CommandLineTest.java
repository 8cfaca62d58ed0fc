package dev.cashet.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.acceptance.program.Tasks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that ask, on a store that another program has filled. */
class CommandLineTest {
  /** Among so many commits two names begin alike in 4 digits, but for one chance in a million. */
  private static final int MANY = 1400;

  private static final String COLOR = "\u001b[";

  @TempDir
  private static Path scratch;

  private static Launcher cashet;
  private static String small;
  private static String noise;
  private static String failed;

  @BeforeAll
  static void fill() throws Exception {
    Path home = Files.createDirectory(scratch.resolve("home"));
    cashet = Launcher.in(scratch, home);
    try (Child worker = ChildJvm.standard().worker(home.resolve(".cashet"))) {
      small = worker.ask("submit small 1").split(" ", -1)[1];
      noise = worker.ask("noise 1 5000").split(" ", -1)[1];
      worker.ask("submit failing 1");
      worker.ask("submit small 1");
      worker.end();
    }
    Map<String, Object> log =
        Json.object(cashet.run("log", "--json", "-s", "failed").out());
    failed = (String) Json.objects(log.get("commits")).get(0).get("hash");
  }

  @Test
  void log_whenNarrowed_listsWhatMatches() throws Exception {
    Child.Ended all = cashet.run("log");
    assertThat(all.code()).isZero();
    assertThat(all.err()).isEmpty();
    assertThat(all.out())
        .contains("Tasks.small", "Tasks.noise", "Tasks.failing")
        .doesNotContain(COLOR);
    assertThat(all.out().lines()).allMatch(line -> line.length() <= 100);
    assertThat(cashet.run("log", "-f", "small").out())
        .contains("Tasks.small", small.substring(0, 7))
        .doesNotContain("Tasks.noise");
    assertThat(functions(cashet.run("log", "--json", "-n", "2"))).hasSize(2);
    assertThat(functions(cashet.run("log", "--json", "-s", "failed")))
        .containsExactly("Tasks.failing");
    Child.Ended none = cashet.run("log", "-f", "nobody");
    assertThat(none).isEqualTo(new Child.Ended(0, "", none.err()));
    assertThat(functions(cashet.run("log", "--json", "-f", "nobody"))).isEmpty();
  }

  @Test
  void show_whenJson_hasTheFieldsOfACommit() throws Exception {
    Child.Ended ended =
        cashet.run("show", "--json", small.substring(0, 12).toUpperCase(java.util.Locale.ROOT));
    assertThat(ended.err()).isEmpty();
    Map<String, Object> commit = Json.object(ended.out());
    assertThat(commit)
        .containsKeys(
            "hash",
            "shortHash",
            "function",
            "functionHash",
            "argsHash",
            "fingerprint",
            "status",
            "createdAt",
            "durationMillis",
            "attempts",
            "output",
            "inputs",
            "parent",
            "tags",
            "ttlSeconds",
            "expiresAt",
            "error",
            "source",
            "args",
            "dependencies",
            "holes",
            "impurities",
            "executor",
            "host")
        .containsEntry("hash", small)
        .containsEntry("function", "Tasks.small")
        .containsEntry("status", "completed")
        .containsEntry("attempts", 1);
    assertThat(String.valueOf(commit.get("output"))).contains("tier=inline");
    assertThat(String.valueOf(commit.get("args"))).contains("text=1");
    assertThat(
            Json.object(cashet.run("--json", "show", failed).out()).get("error").toString())
        .contains("no luck with 1", "Tasks.failing");
    assertThat(cashet.run("show", small).out()).contains(small, "Tasks.small", "completed");
  }

  @Test
  void get_whenTheResultIsTextOrBytes_printsItUnaltered() throws Exception {
    requireOutput("get " + small, "value of 1".getBytes(StandardCharsets.UTF_8));
    requireOutput("get " + noise, Tasks.noise(1, 5000));
    Path file = scratch.resolve("noise.bin");
    assertThat(cashet.run("get", noise, "-o", file.toString()))
        .isEqualTo(new Child.Ended(0, "", ""));
    assertThat(file).hasBinaryContent(Tasks.noise(1, 5000));
    assertThat(Files.getPosixFilePermissions(file))
        .as("as the user's other files")
        .isEqualTo(Files.getPosixFilePermissions(scratch.resolve("piped")));
    assertThat(cashet.run("get", "--json", small).out()).isEqualTo("\"value of 1\"\n");
    Child.Ended ended = cashet.run("get", failed);
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("failed").hasLineCount(1);
  }

  @Test
  void get_whenTheTargetIsAPipe_writesToIt() throws Exception {
    Path pipe = scratch.resolve("pipe");
    Path read = scratch.resolve("read");
    Child.Ended ended = cashet.shell(
        "mkfifo '" + pipe + "' && { cat '" + pipe + "' > '" + read + "' & " + cashet.quoted()
            + " get " + noise + " -o '" + pipe + "'; wait; test -p '" + pipe + "'; }");
    assertThat(ended).isEqualTo(new Child.Ended(0, "", ""));
    assertThat(read).hasBinaryContent(Tasks.noise(1, 5000));
  }

  private static void requireOutput(String words, byte[] expected) throws Exception {
    Path piped = scratch.resolve("piped");
    Child.Ended ended = cashet.shell(cashet.quoted() + " " + words + " > '" + piped + "'");
    assertThat(ended).isEqualTo(new Child.Ended(0, "", ""));
    assertThat(piped).hasBinaryContent(expected);
  }

  @Test
  void stats_whenJson_countsWhatIsThere() throws Exception {
    Map<String, Object> stats = Json.object(cashet.run("stats", "--json").out());
    assertThat(stats)
        .containsEntry("totalCommits", 3)
        .containsEntry("completedCommits", 2)
        .containsEntry("failedCommits", 1)
        .containsEntry("runningClaims", 0)
        .containsEntry("hits", 1)
        .containsEntry("misses", 3)
        .containsKeys(
            "storedObjects",
            "diskBytes",
            "blobObjects",
            "blobBytes",
            "inlineObjects",
            "inlineBytes",
            "timeSavedMillis");
    assertThat(cashet.run("stats").out()).contains("commits", "hits");
  }

  @Test
  void anyCommand_whenAskedForColor_obeys() throws Exception {
    assertThat(cashet.run("log", "--color", "always").out()).contains(COLOR);
    assertThat(cashet.run("log", "--color", "never").out()).doesNotContain(COLOR);
    assertThat(cashet.shell("NO_COLOR=1 " + cashet.quoted() + " log").out()).doesNotContain(COLOR);
    assertThat(cashet.run("log", "--color", "always", "--json").out()).doesNotContain(COLOR);
    assertThat(cashet.run("log", "--color", "sometimes").code()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frobnicate",
        "--nonsense",
        "show",
        "show a b c",
        "log -n x",
        "log -n -1",
        "log -s odd",
        "--dir a --store sqlite:b log",
        "run"
      })
  void anyCommand_whenMisused_explainsItselfOnStandardError(String words) throws Exception {
    Child.Ended ended = cashet.run(words.split(" ", -1));
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).isNotBlank().doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"show ffffffffffff", "get ffffffffffff"})
  void anyCommand_whenThereIsNoSuchCommit_endsWithOne(String words) throws Exception {
    Child.Ended ended = cashet.run(words.split(" ", -1));
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).startsWith("cashet: ").contains("ffffffffffff").hasLineCount(1);
  }

  @Test
  void show_whenTheHashIsNone_isRefused() throws Exception {
    for (String bad : List.of("abc", "xyzw", "")) {
      Child.Ended ended = cashet.run("show", bad);
      assertThat(ended.code()).as(bad).isPositive();
      assertThat(ended.err()).as(bad).startsWith("cashet: ").hasLineCount(1);
    }
  }

  @Test
  void help_whenAsked_goesToStandardOutput() throws Exception {
    assertThat(cashet.run("--help").out())
        .contains("run", "log", "show", "get", "stats", "classpath");
    assertThat(cashet.run("log", "--help").out()).contains("--limit");
    assertThat(cashet.run("--version"))
        .matches(ended -> ended.code() == 0 && ended.out().contains("0."));
  }

  @Test
  void anyCommand_whenThereIsNoStore_createsNone() throws Exception {
    Path none = scratch.resolve("none");
    assertThat(cashet.run("--dir", none.toString(), "log").code()).isZero();
    assertThat(cashet.run("--dir", none.toString(), "show", "abcd").code()).isEqualTo(1);
    assertThat(
            Json.object(cashet.run("--dir", none.toString(), "stats", "--json").out()))
        .containsEntry("totalCommits", 0);
    assertThat(none).doesNotExist();
    assertThat(cashet.run("--dir", "", "log"))
        .as("the working directory, which is no store")
        .matches(ended -> ended.code() == 0 && ended.out().isEmpty());
    Path file = Files.writeString(scratch.resolve("file"), "notes", StandardCharsets.UTF_8);
    Child.Ended ended = cashet.run("--dir", file.toString(), "log");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("it is a file").hasLineCount(1);
  }

  @Test
  void log_whenThereAreMany_findsAmbiguityAndBearsAClosedPipe() throws Exception {
    Path store = scratch.resolve("many");
    try (Child worker = ChildJvm.standard().worker(store)) {
      assertThat(worker.ask("sweep " + scratch + "/log 0 " + MANY + " 1"))
          .isEqualTo("swept " + MANY + " ran 0 wrong");
      worker.end();
    }
    Child.Ended ended = cashet.run("--dir", store.toString(), "log", "--json", "-n", "10000");
    String ambiguous = twice(Json.objects(Json.object(ended.out()).get("commits")));
    Child.Ended shown = cashet.run("--dir", store.toString(), "show", ambiguous);
    assertThat(shown.code()).isEqualTo(1);
    assertThat(shown.err()).contains("'" + ambiguous + "'", "several").hasLineCount(1);

    String log = cashet.quoted() + " --dir '" + store + "' log -n 10000";
    for (String more : List.of("", " --json")) {
      Child.Ended head = cashet.shell("(" + log + more + " || true) | head -n 1");
      assertThat(head.code()).isZero();
      assertThat(head.out()).hasLineCount(1);
      assertThat(head.err()).isEmpty();
    }
  }

  private static List<Object> functions(Child.Ended ended) throws Exception {
    assertThat(ended.code()).isZero();
    List<Object> functions = new ArrayList<>();
    Json.objects(Json.object(ended.out()).get("commits"))
        .forEach(commit -> functions.add(commit.get("function")));
    return functions;
  }

  private static String twice(List<Map<String, Object>> commits) {
    Map<String, Integer> counts = new HashMap<>();
    commits.forEach(commit ->
        counts.merge(String.valueOf(commit.get("hash")).substring(0, 4), 1, Integer::sum));
    return counts.entrySet().stream()
        .filter(count -> count.getValue() > 1)
        .findAny()
        .orElseThrow()
        .getKey();
  }
}
