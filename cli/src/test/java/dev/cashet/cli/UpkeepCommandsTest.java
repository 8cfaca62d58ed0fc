package dev.cashet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.cashet.Cashet;
import dev.cashet.TaskOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that keep a store small and sound: what they print, how they end, what they refuse. */
final class UpkeepCommandsTest {
  @TempDir
  private Path directory;

  private final List<String> hashes = new ArrayList<>();

  static String text(int number) {
    return "text " + number;
  }

  static byte[] large(int number) {
    byte[] bytes = new byte[5_000];
    bytes[0] = (byte) number;
    new java.util.Random(number).nextBytes(bytes);
    return bytes;
  }

  @BeforeEach
  void fill() {
    try (Cashet cashet = Cashet.open(directory)) {
      for (int i = 0; i < 3; i++) {
        TaskOptions options = TaskOptions.defaults().tag("n", "" + i).tag("all", "");
        hashes.add(cashet.with(options).submit(UpkeepCommandsTest::text, i).commitHash());
      }
      hashes.add(cashet.submit(UpkeepCommandsTest::large, 1).commitHash());
    }
  }

  private Ran run(Object... words) {
    List<Object> all = new ArrayList<>(List.of("--dir", directory));
    all.addAll(List.of(words));
    return Ran.command(all.toArray());
  }

  private long commits() {
    try (Cashet cashet = Cashet.open(directory)) {
      return cashet.stats().commits().total();
    }
  }

  @Test
  void rm_always_removesWhatIsNamed() {
    Ran ran = run("rm", hashes.get(0).substring(0, 10), hashes.get(3), "--json");

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(fields(ran.out())).contains("removedCommits=2", "removedObjects=3");
    assertThat(commits()).isEqualTo(2);
    assertThat(run("rm", hashes.get(1)).out()).startsWith("removed 1 commit and 1 object,");
  }

  @Test
  void rm_whenOneIsUnknown_removesNoneAndEndsWithOne() {
    Ran ran = run("rm", hashes.get(0), "000000000000");

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).startsWith("cashet: ").contains("000000000000").hasLineCount(1);
    assertThat(commits()).isEqualTo(4);
  }

  @Test
  void invalidate_always_removesWhatHasAllTheTags() {
    assertThat(run("invalidate", "-t", "all", "-t", "n=1").out()).startsWith("removed 1 commit");
    assertThat(run("invalidate", "-t", "n=9").out()).startsWith("removed 0 commits");
    assertThat(fields(run("invalidate", "--tag", "all", "--json").out()))
        .contains("removedCommits=2");
    assertThat(commits()).isEqualTo(1);
  }

  @Test
  void gc_always_removesWhatIsAskedForOrSaysWhatItWould() {
    Ran dry = run("gc", "--older-than", "0s", "--dry-run");
    assertThat(dry.code()).isZero();
    assertThat(dry.out()).contains("would remove 4 commits", "old", "UpkeepCommandsTest.text");
    assertThat(commits()).isEqualTo(4);

    Ran json = run("gc", "--max-size", "0", "--policy", "cost", "--dry-run", "--json");
    assertThat(fields(json.out()))
        .contains("dryRun=true", "removedCommits=4", "reason=size", "hits=0")
        .anyMatch(field -> field.startsWith("lastUsedAt=2"));

    assertThat(run("gc").out()).startsWith("removed 0 commits and 0 objects");
    assertThat(run("gc", "--older-than", "1h").out()).startsWith("removed 0 commits");
    assertThat(run("gc", "--older-than", "0s").out()).startsWith("removed 4 commits and 6 objects");
    assertThat(commits()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gc --older-than -1d",
        "gc --older-than 30",
        "gc --older-than soon",
        "gc --max-size -1",
        "gc --max-size 1XB",
        "gc --max-size 1e9",
        "gc --max-size 99999999999999999999GB",
        "gc --policy odd",
        "gc --grace x",
        "invalidate",
        "invalidate -t =x",
        "rm",
        "rm xyz",
        "clear",
        "unpin",
        "pin abcd x y",
        "verify now"
      })
  void anyCommand_whenMisused_endsWithTwoAndChangesNothing(String words) throws Exception {
    List<String> before = files();
    Ran ran = run((Object[]) words.split(" ", -1));

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).isNotBlank().doesNotContain("\tat ");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void pin_whenNamed_isTakenForAHashByEveryCommand() {
    assertThat(run("pin", hashes.get(0), "best/größe").out())
        .isEqualTo("pinned " + hashes.get(0).substring(0, 12) + " as best/größe\n");
    assertThat(fields(run("pin", "best/größe", "other", "--json").out()))
        .contains("hash=" + hashes.get(0), "name=other");

    assertThat(run("get", "best/größe").out()).isEqualTo("text 0");
    assertThat(run("show", "best/größe").out()).contains(hashes.get(0));
    assertThat(run("history", "other").code()).isIn(0, 2);
    assertThat(run("pin").out()).hasLineCount(2).contains("best/größe");
    assertThat(fields(run("pin", "--json").out())).contains("name=other");
    assertThat(run("pin", hashes.get(1), "other").code()).isEqualTo(1);
    assertThat(run("pin", hashes.get(1), "abcdef").code()).isEqualTo(2);
    Ran rm = run("rm", "other");
    assertThat(rm.code()).isEqualTo(1);
    assertThat(rm.err()).contains("is pinned", "unpin it first").hasLineCount(1);

    assertThat(run("unpin", hashes.get(0), "none").code()).isEqualTo(1);
    assertThat(run("unpin", "other").out()).isEqualTo("removed 1 pin\n");
    assertThat(fields(run("unpin", hashes.get(0), "--json").out())).contains("removedPins=1");
    assertThat(run("unpin", hashes.get(0)).code()).isEqualTo(1);
  }

  @Test
  void verify_whenSomethingIsDamaged_endsWithOneUntilRepaired() throws Exception {
    assertThat(run("verify").code()).isZero();
    Path blob;
    try (Stream<Path> paths = Files.walk(directory.resolve("objects"))) {
      blob = paths.filter(Files::isRegularFile).sorted().toList().get(0);
    }
    Files.writeString(blob, "damaged", StandardCharsets.UTF_8);

    Ran found = run("verify");
    assertThat(found.code()).isEqualTo(1);
    assertThat(found.out()).contains("blob ", "verify --repair");
    Ran repaired = run("verify", "--repair", "--json");
    assertThat(repaired.code()).isZero();
    assertThat(fields(repaired.out())).contains("clean=false", "repaired=true", "kind=blob");
    Ran clean = run("verify", "--json");
    assertThat(fields(clean.out()))
        .contains("clean=true", "problemCount=0", "checkedCommits=4", "orphanObjects=0");
    try (Cashet cashet = Cashet.open(directory)) {
      assertThat(cashet.submit(UpkeepCommandsTest::large, 1).wasCached()).isFalse();
    }
  }

  @Test
  void clear_whenMeant_emptiesTheStore() {
    assertThat(fields(run("clear", "--yes", "--json").out())).contains("removedCommits=4");

    assertThat(commits()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gc",
        "verify",
        "verify --repair",
        "clear --yes",
        "pin",
        "invalidate -t a",
        "stats",
        "gc --max-size 1GB --json"
      })
  void anyCommand_whenThereIsNoStore_isDoneAndCreatesNone(String words) {
    Path none = directory.resolve("none");
    List<Object> all = new ArrayList<>(List.of("--dir", none));
    all.addAll(List.of(words.split(" ", -1)));

    assertThat(Ran.command(all.toArray()).code()).isZero();

    assertThat(none).doesNotExist();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(path -> !path.toString().endsWith("-shm"))
          .map(path -> path + " " + path.toFile().length() + " " + path.toFile().lastModified())
          .sorted()
          .toList();
    }
  }

  /** {@code name=value} for each simple value of a document that a JSON reader accepts. */
  private static List<String> fields(String json) {
    List<String> fields = new ArrayList<>();
    try (JsonParser in = new JsonFactory().createParser(json)) {
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        if (token.isScalarValue()) {
          fields.add(in.currentName() + "=" + in.getText());
        }
      }
    } catch (IOException e) {
      throw new AssertionError(json, e);
    }
    return fields;
  }
}
