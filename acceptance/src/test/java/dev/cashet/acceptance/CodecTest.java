package dev.cashet.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs with different serializers on their class paths share one store. */
class CodecTest {
  private static final String PROGRAM = "dev.cashet.acceptance.program.Codecs";

  @TempDir
  private Path scratch;

  /** A JVM that has the standard serializer and those of these libraries. */
  private static ChildJvm having(String... libraries) {
    ChildJvm standard = ChildJvm.standard();
    List<String> more = Arrays.stream(
            System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> Arrays.stream(libraries).anyMatch(entry::contains))
        .toList();
    assertThat(more).isNotEmpty();
    return new ChildJvm(
        standard.around(),
        standard.options(),
        String.join(
            File.pathSeparator,
            Stream.concat(Stream.of(standard.classPath()), more.stream()).toList()));
  }

  private static ChildJvm json() {
    return having(
        "serializers/json", "cashet-serializer-json", "tools/jackson", "jackson-annotations");
  }

  private Child.Ended run(ChildJvm jvm, String serializer) throws Exception {
    try (Child child = jvm.start(PROGRAM, scratch.resolve("store").toString(), serializer)) {
      return child.end();
    }
  }

  @Test
  void submit_whenTheCodecIsNotHere_warnsAndComputesAgain() throws Exception {
    Child.Ended written = run(json(), "json");
    assertThat(written.out()).startsWith("ran ").contains("json/1").contains("hello_1");

    Child.Ended without = run(
        having("serializers/kryo", "cashet-serializer-kryo", "esotericsoftware", "objenesis"),
        "kryo");

    assertThat(without.out()).startsWith("ran ").contains("kryo/1");
    assertThat(without.err())
        .contains("was written by codec json/1, which is not here; computing again");

    // The newest is of Kryo now, and the program that has JSON alone is served anew as well.
    Child.Ended again = run(json(), "json");
    assertThat(again.out()).startsWith("ran ").contains("json/1");
    assertThat(again.err()).contains("codec kryo/1");
  }

  @Test
  void submit_whenBothCodecsAreHere_readsWhatTheOtherWrote() throws Exception {
    String written = run(json(), "json").out();
    assertThat(written).startsWith("ran ");

    for (String serializer : List.of("standard", "fory")) {
      Child.Ended read = run(
          having(
              "serializers/json",
              "cashet-serializer-json",
              "serializers/fory",
              "cashet-serializer-fory",
              "tools/jackson",
              "jackson-annotations",
              "fory-core",
              "janino",
              "commons-compiler",
              "slf4j-api"),
          serializer);

      assertThat(read.out()).as(read.err()).startsWith("hit ").contains("json/1");
      assertThat(read.out()
              .lines()
              .map(line -> line.replaceFirst("^(hit|ran) ", ""))
              .toList())
          .isEqualTo(
              written.lines().map(line -> line.replaceFirst("^(hit|ran) ", "")).toList());
    }
  }

  @Test
  void builder_whenTheModuleIsMissing_namesTheArtifact() throws Exception {
    Child.Ended ended = run(ChildJvm.standard(), "json");

    assertThat(ended.err() + ended.out()).contains("add dev.cashet:cashet-serializer-json");
  }

  @Test
  void get_whenAResultIsJson_printsItsValue() throws Exception {
    List<String> lines = run(json(), "json").out().lines().toList();
    String stations = lines.get(0).split(" ")[1];
    String greeting = lines.get(1).split(" ")[1];
    Launcher cashet = Launcher.in(scratch, scratch);
    String store = scratch.resolve("store").toString();

    assertThat(cashet.run("get", stations, "--dir", store).out()).isEqualTo("""
        {
          "north": [
            {
              "degrees": 7.0,
              "name": "Oslo"
            },
            {
              "degrees": 0.1,
              "name": "Bergen"
            }
          ]
        }
        """);
    assertThat(cashet.run("get", greeting, "--dir", store).out()).startsWith("hello 1");
    assertThat(cashet.run("get", greeting, "--json", "--dir", store).out())
        .isEqualTo("\"hello 1\"\n");
  }

  @Test
  void get_whenACodecCannotBePrinted_saysWhatCanBeDone() throws Exception {
    String out = run(
            having("serializers/messagepack", "cashet-serializer-messagepack", "msgpack"),
            "messagepack")
        .out();
    assertThat(out).startsWith("ran ").contains("messagepack/1");
    Launcher cashet = Launcher.in(scratch, scratch);
    String hash = out.split(" ")[1];
    String store = scratch.resolve("store").toString();

    Child.Ended ended = cashet.run("get", hash, "--dir", store);

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("codec messagepack/1", "--raw gives its bytes");
    assertThat(cashet.run("get", hash, "--raw", "--dir", store).out()).contains("Bergen");
  }
}
