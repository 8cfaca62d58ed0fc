package dev.cashet.serializer.json;

import dev.cashet.serializer.json.Places.Circle;
import dev.cashet.serializer.json.Places.Point;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Currency;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** Values that a binding of JSON is apt to change. */
final class Awkward {
  private Awkward() {}

  static List<Object> values() {
    List<Object> all = new ArrayList<>();
    all.addAll(numbersAndTexts());
    all.addAll(times());
    all.addAll(groups());
    return all;
  }

  private static List<Object> numbersAndTexts() {
    return Arrays.asList(
        null,
        (byte) -1,
        (short) 1,
        'ß',
        '\ud800',
        Integer.MIN_VALUE,
        Long.MIN_VALUE,
        1L,
        -0.0,
        -0f,
        Double.NaN,
        Float.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        Float.MIN_VALUE,
        0.1f,
        new BigDecimal("1"),
        new BigDecimal("1.00"),
        new BigDecimal("1E+3"),
        new BigDecimal("1E-400"),
        BigInteger.TEN.pow(5000),
        "",
        "\0\u2028\"\\",
        "high \ud83d",
        "low \ude00",
        "e\u0301",
        "null",
        new StringBuilder("a"),
        new UUID(1, 2),
        URI.create("https://example.org/a?b#c"),
        Path.of("a", "b"),
        new File("a/b"),
        Locale.GERMANY,
        Locale.ROOT,
        Locale.forLanguageTag("th-TH-u-nu-thai"),
        StandardCharsets.UTF_16,
        Currency.getInstance("EUR"),
        Pattern.compile("a+", Pattern.CASE_INSENSITIVE),
        new Date(5),
        BitSet.valueOf(new long[] {5}),
        ByteBuffer.wrap(new byte[] {1, 2}),
        new AtomicInteger(1),
        new AtomicLong(1),
        new AtomicBoolean(true),
        new AtomicReference<>("a"),
        DayOfWeek.MONDAY,
        Optional.of(5L),
        Optional.of(Optional.empty()),
        OptionalInt.of(1),
        OptionalInt.empty(),
        OptionalLong.of(1),
        OptionalDouble.of(-0.0));
  }

  private static List<Object> times() {
    LocalDateTime overlap = LocalDateTime.of(2020, 10, 25, 2, 30);
    ZoneId paris = ZoneId.of("Europe/Paris");
    return List.of(
        LocalDate.MAX,
        LocalDate.of(-1, 1, 1),
        LocalTime.of(1, 2),
        LocalTime.of(1, 2, 3, 4),
        overlap,
        Instant.MAX,
        Instant.ofEpochSecond(1, 1),
        Duration.ofMillis(-1500),
        Duration.ofSeconds(Long.MAX_VALUE),
        Period.of(1, -2, 3),
        Period.ofMonths(12),
        OffsetDateTime.of(overlap, ZoneOffset.ofHours(1)),
        OffsetTime.of(1, 2, 3, 4, ZoneOffset.ofHours(-1)),
        ZonedDateTime.ofLocal(overlap, paris, ZoneOffset.ofHours(2)),
        ZonedDateTime.ofLocal(overlap, paris, ZoneOffset.ofHours(1)),
        overlap.atZone(ZoneOffset.UTC),
        overlap.atZone(ZoneId.of("UTC")),
        overlap.atZone(ZoneId.of("UTC+01:00")),
        Year.of(-12345),
        YearMonth.of(2020, 12),
        MonthDay.of(2, 29),
        paris,
        ZoneOffset.ofHoursMinutes(5, 30));
  }

  private static List<Object> groups() {
    Map<String, Object> linked = new LinkedHashMap<>();
    linked.put("b", 1);
    linked.put("a", List.of(2));
    return List.of(
        new boolean[] {true},
        new byte[] {1, -1},
        new short[] {1},
        new char[] {'a', '\ud800'},
        new long[] {Long.MAX_VALUE},
        new float[] {1, Float.NaN},
        new double[] {-0.0, Double.NaN},
        new Integer[] {1, null},
        new Object[] {1, "a"},
        new int[][] {{1}, {}},
        new Point[] {new Point(1, 2)},
        new LinkedList<>(List.of("a")),
        new Vector<>(List.of(1)),
        new CopyOnWriteArrayList<>(List.of(1)),
        Arrays.asList(1, null),
        Collections.unmodifiableList(Arrays.asList("a", null)),
        new ArrayDeque<>(List.of(1, 2)),
        new PriorityQueue<>(List.of(3, 1, 2)),
        Set.of(new Point(1, 2), new Point(2, 1)),
        new LinkedHashSet<>(List.of(2L, 1L)),
        new TreeSet<>(List.of("b", "a")),
        new TreeSet<>(String.CASE_INSENSITIVE_ORDER),
        new TreeMap<>(Collections.reverseOrder()),
        linked,
        Map.of(1, 1L, 2, 2L),
        Map.of('a', 1),
        Map.of(1.5, 1),
        Map.of(LocalDate.EPOCH, 1),
        Map.of(new UUID(1, 2), 1),
        Map.of(true, 1),
        new HashMap<>(Collections.singletonMap(null, 1)),
        new ConcurrentHashMap<>(Map.of("a", 1)),
        new ConcurrentSkipListMap<>(Map.of("a", 1)),
        Map.entry("k", 1),
        List.of(Map.of("a", List.of(new Circle(1))), Map.of()),
        List.of(List.of(), List.of(1L)),
        List.of(Optional.of(1)));
  }
}
