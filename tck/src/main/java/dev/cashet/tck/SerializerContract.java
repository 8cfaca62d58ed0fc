package dev.cashet.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.codec.ReadContext;
import dev.cashet.codec.Serializer;
import dev.cashet.codec.UnreadableResultException;
import dev.cashet.codec.UnserializableException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Serializer} keeps to. */
public abstract class SerializerContract {
  private static final long SEED = 815;

  private Serializer serializer;

  /** For implementations. */
  protected SerializerContract() {}

  /** The serializer under test. */
  protected abstract Serializer open();

  /** Values that come back equal, null among them; a serializer of fewer or more kinds says here which. */
  protected List<@Nullable Object> values() {
    return Arrays.asList(
        null,
        true,
        (byte) -1,
        (short) 300,
        'ß',
        1,
        -1L,
        Long.MIN_VALUE,
        1.5f,
        -0.0,
        Double.NaN,
        Double.MIN_VALUE,
        "",
        "grüße 😀 \0 \"'\n",
        "x".repeat(100_000),
        new int[] {1, -2, 3},
        new double[] {0.1, Double.NaN, -0.0},
        new byte[0],
        new String[] {"a", "b"},
        new BigDecimal("1.50"),
        BigInteger.TWO.pow(200),
        new UUID(1, 2),
        Instant.EPOCH.plusNanos(1),
        Duration.ofNanos(-1),
        LocalDate.of(2026, 3, 1),
        Optional.of("x"),
        Optional.empty(),
        List.of(1, "two", 3.0),
        List.of(),
        Map.of("a", List.of(1, 2), "b", List.of()),
        Set.of("x", "y", "z"),
        Colour.RED,
        new Reading("Oslo", 7, -3.25, Colour.BLUE));
  }

  enum Colour {
    RED,
    BLUE
  }

  /** A record of the user's; counts how often it is created. */
  record Reading(String station, int day, double degrees, Colour colour) {
    static final AtomicInteger CREATED = new AtomicInteger();

    Reading {
      CREATED.incrementAndGet();
    }
  }

  /** A record of records and collections, all of whose types are declared. */
  record Report(List<Reading> readings, Map<String, Integer> counts, int[] days) {
    static Report sample() {
      return new Report(
          List.of(new Reading("Oslo", 7, -3.25, Colour.BLUE)),
          Map.of("a", 1, "b", 2),
          new int[] {1, 2, 3});
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Report that
          && readings.equals(that.readings)
          && counts.equals(that.counts)
          && Arrays.equals(days, that.days);
    }

    @Override
    public int hashCode() {
      return readings.hashCode();
    }
  }

  @BeforeEach
  void start() {
    serializer = open();
  }

  @Test
  void id_always_namesTheFormat() {
    assertThat(serializer.id()).matches("\\S+").isEqualTo(open().id());
  }

  @Test
  void read_afterWrite_isEqual() throws IOException {
    for (Object value : values()) {
      Object back = read(write(value));

      assertThat(Objects.deepEquals(back, value))
          .as("%s came back as %s", value, back)
          .isTrue();
      if (value != null && value.getClass().isArray()) {
        assertThat(back).hasSameClassAs(value);
      }
    }
  }

  @Test
  void read_whenTheValueIsLarge_isEqual() throws IOException {
    double[] large = new Random(SEED).doubles(500_000).toArray();
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      readings.add(new Reading("station " + i % 7, i, i / 10.0, Colour.RED));
    }

    assertThat(Arrays.equals((double[]) read(write(large)), large)).isTrue();
    assertThat(Objects.equals(read(write(readings)), readings)).isTrue();
  }

  @Test
  void write_whenEqualValues_givesEqualBytes() throws IOException {
    Map<String, Integer> up = new HashMap<>();
    Map<String, Integer> down = new HashMap<>(4096);
    Set<String> setUp = new HashSet<>();
    Set<String> setDown = new HashSet<>(4096);
    for (int i = 0; i < 500; i++) {
      up.put("key " + i, i);
      down.put("key " + (499 - i), 499 - i);
      setUp.add("key " + i);
      setDown.add("key " + (499 - i));
    }
    String shared = "shared".repeat(3);

    assertThat(write(down)).isEqualTo(write(up));
    assertThat(write(setDown)).isEqualTo(write(setUp));
    assertThat(write(List.of(shared, shared)))
        .isEqualTo(write(List.of(shared, String.join("", "shared", "shared", "shared"))));
    for (Object value : values()) {
      assertThat(write(value)).as("%s", value).isEqualTo(write(value));
      assertThat(write(read(write(value)))).as("%s again", value).isEqualTo(write(value));
    }
  }

  @Test
  void write_whenAValueCannotBeBroughtBack_namesItsClass() {
    Thread thread = Thread.currentThread();
    for (Object value : Arrays.asList(
        thread, List.of(1, thread), Map.of("key", Optional.of(thread)), new Object[] {thread})) {
      assertThatThrownBy(() -> write(value))
          .isInstanceOf(UnserializableException.class)
          .hasMessageContaining(thread.getClass().getName());
    }
  }

  @Test
  void write_whenTheStreamFails_passesItsErrorOn() {
    IOException full = new IOException("full");
    OutputStream failing = new OutputStream() {
      private int left = 10;

      @Override
      public void write(int value) throws IOException {
        if (--left < 0) {
          throw full;
        }
      }
    };

    assertThatThrownBy(() -> serializer.write("x".repeat(100_000), failing)).isSameAs(full);
  }

  @Test
  void writeAndRead_always_leaveTheStreamsOpen() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream() {
      @Override
      public void close() {
        throw new AssertionError("the target was closed");
      }
    };
    serializer.write(List.of(1, 2), out);
    InputStream in = new ByteArrayInputStream(out.toByteArray()) {
      @Override
      public void close() {
        throw new AssertionError("the source was closed");
      }
    };

    assertThat(serializer.read(in, context(SerializerContract::isSample, out.toByteArray())))
        .isEqualTo(List.of(1, 2));
  }

  @Test
  void read_whenTheStreamFails_passesItsErrorOn() throws IOException {
    IOException broken = new IOException("broken");
    byte[] bytes = write("x".repeat(100_000));
    InputStream failing = new FilterInputStream(new ByteArrayInputStream(bytes)) {
      private int left = bytes.length / 2;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
          throw broken;
        }
        int count = super.read(target, offset, Math.min(length, left));
        left -= count;
        return count;
      }
    };

    assertThatThrownBy(() -> serializer.read(failing, context(SerializerContract::isSample, bytes)))
        .isSameAs(broken);
  }

  @Test
  void read_whenAClassIsNotAllowed_refusesBeforeAnyOfItsCodeRuns() throws IOException {
    byte[] bytes = write(List.of(new Reading("Oslo", 7, -3.25, Colour.BLUE)));
    int created = Reading.CREATED.get();

    assertThatThrownBy(() -> read(bytes, name -> isSample(name) && !name.endsWith("Reading")))
        .isInstanceOf(UnreadableResultException.class)
        .hasMessageContaining(Reading.class.getSimpleName());

    assertThat(Reading.CREATED.get()).isEqualTo(created);
  }

  @Test
  void read_whenAClassIsGone_refuses() throws IOException {
    byte[] bytes = write(new Reading("Oslo", 7, -3.25, Colour.BLUE));
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    ReadContext context = new ReadContext(
        platform, SerializerContract::isSample, () -> new ByteArrayInputStream(bytes));

    assertThatThrownBy(() -> serializer.read(new ByteArrayInputStream(bytes), context))
        .isInstanceOf(UnreadableResultException.class);
  }

  @Test
  void read_whenCutOffAnywhere_refuses() throws IOException {
    byte[] bytes = write(Report.sample());
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);

      assertThatThrownBy(() -> read(cut))
          .as("cut to %d of %d bytes", length, bytes.length)
          .isInstanceOf(UnreadableResultException.class);
    }
  }

  @Test
  void read_whenBytesAreWrong_givesAValueOrRefuses() throws IOException {
    byte[] bytes = write(Report.sample());
    Random random = new Random(SEED);
    for (int i = 0; i < 3000; i++) {
      byte[] wrong = i % 10 == 0 ? new byte[random.nextInt(64)] : bytes.clone();
      if (i % 10 == 0) {
        random.nextBytes(wrong);
      }
      for (int flips = random.nextInt(3) + 1; flips > 0 && wrong.length > 0; flips--) {
        wrong[random.nextInt(wrong.length)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        read(wrong);
      } catch (UnreadableResultException e) {
        assertThat(e.getMessage()).isNotBlank();
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed " + SEED + ", round " + i + ": " + e, e);
      }
    }
  }

  @Test
  void writeAndRead_fromManyThreads_giveTheSame() throws Exception {
    Object value = Report.sample();
    byte[] bytes = write(value);

    Race.of(thread -> {
      for (int i = 0; i < 200; i++) {
        assertThat(write(value)).isEqualTo(bytes);
        assertThat(read(bytes)).isEqualTo(value);
      }
      return thread;
    });
  }

  private static boolean isSample(String className) {
    return className.startsWith("dev.cashet.tck.");
  }

  private byte[] write(@Nullable Object value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    serializer.write(value, out);
    return out.toByteArray();
  }

  private @Nullable Object read(byte[] bytes) throws IOException {
    return read(bytes, SerializerContract::isSample);
  }

  private @Nullable Object read(byte[] bytes, Predicate<String> allowed) throws IOException {
    return serializer.read(new ByteArrayInputStream(bytes), context(allowed, bytes));
  }

  private static ReadContext context(Predicate<String> allowed, byte[] bytes) {
    return new ReadContext(
        SerializerContract.class.getClassLoader(), allowed, () -> new ByteArrayInputStream(bytes));
  }
}
