package dev.cashet.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The same values in other virtual machines: same digests, same blobs, and blobs of one are read by the others. */
class OtherJvmTest {
  @TempDir
  Path directory;

  @TestFactory
  Stream<DynamicTest> digestsAndBlobs_inAnotherJvm_areTheSame() throws IOException {
    List<String> here = new ArrayList<>();
    int number = 0;
    for (Map.Entry<String, Object> entry : Samples.all().entrySet()) {
      here.add(Printed.line(entry.getKey(), entry.getValue()));
      Files.write(directory.resolve(Integer.toString(number++)), Printed.write(entry.getValue()));
    }
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      here.add(Printed.line("generated " + i, new Graphs(random).next()));
    }
    return homes().stream()
        .flatMap(home -> Stream.of(
            DynamicTest.dynamicTest(
                home.getFileName() + ", identity hashes by address",
                () -> assertThat(run(home, "-XX:hashCode=4")).isEqualTo(here)),
            DynamicTest.dynamicTest(
                home.getFileName() + ", constant identity hashes, another encoding",
                () -> assertThat(run(
                        home, "-XX:hashCode=2", "-Dfile.encoding=ISO-8859-1", "-Duser.language=tr"))
                    .isEqualTo(here))));
  }

  /** This Java, and the newest other one that is installed where distributions put them. */
  private static List<Path> homes() throws IOException {
    List<Path> homes = new ArrayList<>();
    homes.add(Path.of(System.getProperty("java.home")));
    String given = System.getenv("JAVA25_HOME");
    if (given != null) {
      homes.add(Path.of(given));
      return homes;
    }
    Path installed = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(installed)) {
      try (Stream<Path> found = Files.list(installed)) {
        found
            .filter(home -> home.getFileName().toString().matches(".*25.*"))
            .filter(home -> Files.isExecutable(home.resolve("bin/java")))
            .limit(1)
            .forEach(homes::add);
      }
    }
    return homes;
  }

  private List<String> run(Path home, String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin").resolve("java").toString());
    command.add("-XX:+UnlockExperimentalVMOptions");
    command.addAll(List.of(options));
    command.add("-cp");
    command.add(System.getProperty("java.class.path").replace(";", File.pathSeparator));
    command.add(Printed.class.getName());
    command.add(directory.toString());
    Path errors = directory.resolve("errors");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    return out.lines().toList();
  }
}
