package dev.cashet.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationTest {
  @TempDir
  private Path directory;

  @Test
  void read_whileAChangeIsUnderWay_isUnknownToAll() {
    Generation writer = Generation.forWriting(directory);
    Generation reader = Generation.forReading(directory);
    var before = reader.read();

    writer.unsettle();
    assertThat(reader.read()).isEmpty();
    writer.unsettle();
    assertThat(reader.read()).isEmpty();
    writer.settle();

    assertThat(reader.read()).isPresent().isNotEqualTo(before);
  }

  @Test
  void settle_whenAWriterDiedAmidAChange_makesTheNumberKnownAgain() {
    Generation.forWriting(directory).unsettle();

    Generation.forWriting(directory).settle();

    assertThat(Generation.forReading(directory).read()).isPresent();
  }

  @Test
  void settle_whenNothingChanged_leavesTheNumber() {
    Generation writer = Generation.forWriting(directory);
    var before = writer.read();

    writer.settle();

    assertThat(writer.read()).isEqualTo(before);
  }

  @Test
  void forWriting_whenTheFileWasDeleted_doesNotBeginWhereTheOtherDid() throws Exception {
    var before = Generation.forWriting(directory).read();
    Files.delete(directory.resolve(Generation.FILE));

    assertThat(Generation.forWriting(directory).read()).isPresent().isNotEqualTo(before);
  }

  @Test
  void forReading_whenThereIsNoCounter_knowsNothingAndMakesNothing() throws Exception {
    assertThat(Generation.forReading(directory).read()).isEmpty();
    Files.write(directory.resolve(Generation.FILE), new byte[3]);

    assertThat(Generation.forReading(directory).read()).isEmpty();
    assertThat(Files.size(directory.resolve(Generation.FILE))).isEqualTo(3);
  }

  @Test
  void forWriting_whenTheThreadIsInterrupted_worksAndKeepsTheInterrupt() {
    Thread.currentThread().interrupt();

    Generation writer = Generation.forWriting(directory);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(writer.read()).isPresent();
  }
}
