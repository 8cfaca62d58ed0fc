package dev.cashet.identity.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.model.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptKeysTest {
  @TempDir
  Path work;

  private Path index;
  private Path classes;
  private KeptProgram program;

  @BeforeEach
  void compile() {
    index = work.resolve("index");
    classes = compiled("b * 1");
    program = new KeptProgram(classes, index);
  }

  private Path compiled(String expression) {
    String main = KeptProgram.MAIN.replace("b * 1", expression);
    return Compiled.of(
            work, List.of(KeptProgram.place(BytecodeIdentity.class)), Map.of("Main.java", main))
        .directory();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(index.resolve("identity"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void identity_whenTheProgramStartsAgain_isKept() throws Exception {
    KeptProgram.Printed first = program.run();
    KeptProgram.Printed second = program.run();

    assertThat(first.kept()).as(first.text()).isFalse();
    assertThat(second.kept()).as(second.text()).isTrue();
    assertThat(second.text().replace("KeptKey", "PreciseKey")).isEqualTo(first.text());
    assertThat(second.text()).contains("true " + first.digest());
    assertThat(files()).hasSize(1);
  }

  @Test
  void identity_whenAHelperIsEditedWithTheSameSizeAndTime_isAnother() throws Exception {
    KeptProgram.Printed before = program.run();
    Path helper = classes.resolve("app/Helper.class");
    FileTime time = Files.getLastModifiedTime(helper);
    byte[] edited = Files.readAllBytes(compiled("b * 2").resolve("app/Helper.class"));
    // one is a constant of its own, two as well: the files are equally long
    assertThat(edited).hasSize((int) Files.size(helper));

    Files.write(helper, edited);
    Files.setLastModifiedTime(helper, time);
    KeptProgram.Printed after = program.run();

    assertThat(after.kept()).isFalse();
    assertThat(after.digest()).isNotEqualTo(before.digest());
    assertThat(new KeptProgram(compiled("b * 2"), work.resolve("other")).run().digest())
        .isEqualTo(after.digest());
  }

  @Test
  void identity_whenWhatWasKeptIsDamaged_isMadeAgain() throws Exception {
    KeptProgram.Printed first = program.run();
    Path file = files().get(0);
    byte[] whole = Files.readAllBytes(file);
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 1;

    for (byte[] damaged : List.of(new byte[0], Arrays.copyOf(whole, whole.length - 1), flipped)) {
      Files.write(file, damaged);
      KeptProgram.Printed again = program.run();
      assertThat(again.kept()).isFalse();
      assertThat(again.digest()).isEqualTo(first.digest());
      assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }
  }

  @Test
  void identity_whenSomeoneKeptAWrongOne_isRefusedAndForgotten() throws Exception {
    program.run();
    Path file = files().get(0);
    byte[] whole = Files.readAllBytes(file);
    int body = whole.length - Digest.BYTES;
    whole[body - 1] ^= 1;
    System.arraycopy(
        Digest.sha256(Arrays.copyOf(whole, body)).toBytes(), 0, whole, body, Digest.BYTES);
    Files.write(file, whole);

    KeptProgram.Printed refused = program.run();

    assertThat(refused.text()).contains("app.Main.twice", "is not that of its code", "run again");
    assertThat(files()).isEmpty();
  }

  @Test
  void keep_whenManyProgramsStartAtOnce_allAgree() throws Exception {
    List<Process> all = List.of(program.start(), program.start(), program.start());
    for (Process each : all) {
      assertThat(KeptProgram.await(each).digest()).isEqualTo(program.run().digest());
    }
    assertThat(files()).hasSize(1);
  }

  @Test
  void keep_whenThereAreTooMany_dropsTheOldest() throws Exception {
    Path old = Files.createDirectories(index.resolve("identity"));
    for (int i = 0; i < 2_100; i++) {
      Files.writeString(old.resolve("old" + i), "");
    }

    program.run();

    assertThat(files()).hasSizeLessThan(1_100);
    assertThat(program.run().kept()).isTrue();
  }

  @Test
  void identity_whenAJarWasJustWritten_isNotKept() throws Exception {
    Compiled library = Compiled.of(work, Map.of("Lib.java", "package lib; class Lib {}"));
    program.alsoOn(library.jar());

    program.run();

    assertThat(files()).isEmpty();
  }
}
