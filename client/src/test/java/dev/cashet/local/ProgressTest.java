package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.Batch;
import dev.cashet.Cashet;
import dev.cashet.event.Progress;
import dev.cashet.local.TerminalProgress.Style;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far batches and maps have come, and what the flight recorder sees. */
class ProgressTest {
  @TempDir
  private Path directory;

  private static int spin(int millis, int salt) {
    long until = System.nanoTime() + Duration.ofMillis(millis).toNanos();
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    return salt;
  }

  private static int fail(int x) {
    throw new IllegalArgumentException("no " + x);
  }

  @Test
  void progress_whenABatchLasts_isToldAndEnds() {
    List<Progress> told = Collections.synchronizedList(new ArrayList<>());
    try (Cashet cashet =
        Cashet.builder().directory(directory).progress(told::add).build()) {
      Batch batch = cashet.batch();
      for (int i = 0; i < 7; i++) {
        batch.add(ProgressTest::spin, 120, i);
      }
      batch.run(1);
      assertThat(told).hasSizeBetween(2, 8);
      Progress last = told.get(told.size() - 1);
      assertThat(last.ended()).isTrue();
      assertThat(last.title()).isEqualTo("batch");
      assertThat(last.counts()).isEqualTo(new Progress.Counts(7, OptionalLong.of(7), 0, 0));
      told.clear();
      assertThat(cashet.map(ProgressTest::spin, List.of(120, 120), 0)).hasSize(2);
      assertThat(told).isEmpty();
    }
  }

  @Test
  void bar_whenShown_fillsWithWhatIsDone() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TerminalProgress terminal =
        new TerminalProgress(Style.BAR, new PrintStream(out, true, StandardCharsets.UTF_8));
    terminal.on(progress(500, false));
    terminal.on(progress(1_000, true));
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("\r\033[K[############............] 500/1000 batch, 20 hits, 3 failed, 1:05"
            + "\r\033[K[########################] 1000/1000 batch, 20 hits, 3 failed, 1:05\n");
  }

  @Test
  void style_whenAskedFor_isThat() {
    assertThat(TerminalProgress.style(null, true)).isEqualTo(Style.BAR);
    assertThat(TerminalProgress.style(null, false)).isEqualTo(Style.LINES);
    assertThat(TerminalProgress.style("plain", true)).isEqualTo(Style.LINES);
    assertThat(TerminalProgress.style("OFF", true)).isEqualTo(Style.NOT_AT_ALL);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    new TerminalProgress(Style.NOT_AT_ALL, stream).on(progress(1, true));
    new TerminalProgress(Style.LINES, stream).on(progress(1, true));
    assertThat(out.size()).isZero();
  }

  @Test
  void recording_whenCallsAreMade_hasTheirEvents() throws Exception {
    Path file = directory.resolve("calls.jfr");
    try (Cashet cashet = Cashet.open(directory.resolve("store"));
        Recording recording = new Recording()) {
      recording.start();
      cashet.submit(ProgressTest::spin, 0, 1);
      cashet.submit(ProgressTest::spin, 0, 1);
      assertThat(cashet.mapOutcomes(ProgressTest::fail, List.of(1)).count()).isEqualTo(1);
      recording.stop();
      recording.dump(file);
    }
    List<RecordedEvent> events = RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().startsWith("dev.cashet."))
        .toList();
    assertThat(events.stream().map(event -> event.getEventType().getName()))
        .containsExactlyInAnyOrder(
            "dev.cashet.Miss",
            "dev.cashet.Run",
            "dev.cashet.Hit",
            "dev.cashet.Miss",
            "dev.cashet.Run");
    assertThat(events.stream().map(event -> event.getString("function")))
        .contains("ProgressTest.spin", "ProgressTest.fail");
    assertThat(events.stream()
            .filter(event -> event.getEventType().getName().endsWith("Run"))
            .map(event -> event.getString("outcome")))
        .contains("completed", "java.lang.IllegalArgumentException");
  }

  private static Progress progress(long done, boolean ended) {
    return new Progress(
        "batch",
        new Progress.Counts(done, OptionalLong.of(1_000), 20, 3),
        Duration.ofSeconds(65),
        ended);
  }
}
