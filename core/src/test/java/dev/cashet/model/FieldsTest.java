package dev.cashet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/format/fields.md, replayed. */
final class FieldsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.000000001Z");

  @Test
  void write_whenTheExampleIsWritten_givesTheBytesOfThePage() {
    byte[] written = new FieldWriter()
        .number(1, 300)
        .text(2, "λ")
        .flag(3, false)
        .flag(5, true)
        .text(6, "a")
        .text(6, "b")
        .instant(7, NOON)
        .toBytes();

    assertThat(written).isEqualTo(FormatExamples.bytes("fields.md", "fields"));
  }

  @Test
  void read_whenTheExampleIsRead_givesItsValues() {
    FieldReader in = reader(FormatExamples.bytes("fields.md", "fields"));

    assertThat(in.number(1)).isEqualTo(300);
    assertThat(in.text(2)).isEqualTo("λ");
    assertThat(in.flag(3)).isFalse();
    assertThat(in.flag(5)).isTrue();
    assertThat(in.repeated(6, raw -> new String(raw, StandardCharsets.UTF_8)))
        .containsExactly("a", "b");
    assertThat(in.instant(7)).isEqualTo(NOON);
    in.end();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 127, 128, 300, Integer.MAX_VALUE, Long.MAX_VALUE, -1, Long.MIN_VALUE})
  void number_whenWritten_isRead(long number) {
    byte[] bytes = new FieldWriter().number(1, number).toBytes();

    assertThat(reader(bytes).number(1)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT1.5S", "PT0.000000001S", "PT8760H", "PT-0.5S"})
  void duration_whenWritten_isRead(Duration duration) {
    byte[] bytes = new FieldWriter().duration(1, duration).toBytes();

    assertThat(reader(bytes).optionalDuration(1)).contains(duration);
  }

  @Test
  void instant_whenExtreme_isRead() {
    for (Instant instant : List.of(Instant.MIN, Instant.EPOCH.minusNanos(1), Instant.MAX)) {
      byte[] bytes = new FieldWriter().instant(1, instant).toBytes();

      assertThat(reader(bytes).instant(1)).isEqualTo(instant);
    }
  }

  @Test
  void write_whenFieldsDescend_isRefused() {
    FieldWriter out = new FieldWriter().number(2, 0);

    assertThatThrownBy(() -> out.number(1, 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("field 1 after field 2");
  }

  @ParameterizedTest
  @CsvSource({
    "01, a number is cut off",
    "01 02 00, starts no field",
    "00 00, starts no field",
    "e9 07 00, starts no field",
    "01 01 01 02 01 01, field 2 is unknown",
    "02 01 01, field 1 is missing",
    "01 02 81 00, shortest form",
    "01 01 80, cut off",
    "01 0b 80 80 80 80 80 80 80 80 80 80 01, too long",
    "01 0a ff ff ff ff ff ff ff ff ff 02, shortest form",
    "01 02 01 01, followed by more bytes"
  })
  void read_whenANumberIsMalformed_saysWhatIsWrong(String hex, String message) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));

    assertThatThrownBy(() -> {
          FieldReader in = reader(bytes);
          in.number(1);
          in.end();
        })
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageStartingWith("cannot read sample: ")
        .hasMessageContaining(message);
  }

  @Test
  void read_whenAValueIsNotOfItsKind_isRefused() {
    refuses(new FieldWriter().bytes(1, new byte[] {(byte) 0xC3}), in -> in.text(1), "UTF-8");
    refuses(new FieldWriter().bytes(1, new byte[31]), in -> in.digest(1), "31 bytes");
    refuses(new FieldWriter().number(1, -1), in -> in.count(1), "out of range");
    refuses(new FieldWriter().number(1, 1L << 31), in -> in.count(1), "out of range");
    refuses(new FieldWriter().number(1, 0), in -> in.flag(1), "not a flag");
    refuses(new FieldWriter().number(1, 7), in -> in.instant(1), "cut off");
    refuses(nanos(1_000_000_000), in -> in.instant(1), "nanoseconds");
    refuses(nanos(-1), in -> in.optionalDuration(1), "nanoseconds");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void read_whenBytesAreRandom_readsOrRefusesThem(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(24)];
      random.nextBytes(bytes);
      // Small numbers make fields that parse likely enough to get beyond the first.
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = random.nextInt(3) > 0 ? (byte) random.nextInt(6) : bytes[at];
      }
      try {
        FieldReader in = reader(bytes);
        Optional<String> text = in.optionalText(1);
        List<Long> numbers = in.repeated(2, raw -> (long) raw.length);
        boolean flag = in.flag(3);
        in.end();
        FieldWriter again = new FieldWriter().optionalText(1, text);
        assertThat(numbers.isEmpty() && !flag ? again.toBytes() : bytes)
            .as("seed %d, case %d: %s", seed, i, HexFormat.of().formatHex(bytes))
            .isEqualTo(bytes);
      } catch (MalformedRecordException e) {
        assertThat(e).hasMessageStartingWith("cannot read sample: ");
      }
    }
  }

  private static FieldWriter nanos(long nanos) {
    FieldWriter parts = new FieldWriter();
    parts.varint(1);
    parts.varint(nanos);
    return new FieldWriter().bytes(1, parts.toBytes());
  }

  private static void refuses(FieldWriter record, Consumer<FieldReader> read, String message) {
    assertThatThrownBy(() -> read.accept(reader(record.toBytes())))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining(message);
  }

  private static FieldReader reader(byte[] bytes) {
    return new FieldReader("sample", bytes);
  }
}
