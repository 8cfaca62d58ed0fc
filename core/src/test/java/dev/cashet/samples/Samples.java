package dev.cashet.samples;

import dev.cashet.samples.People.Employee;
import dev.cashet.samples.People.Hooked;
import dev.cashet.samples.People.Mixed;
import dev.cashet.samples.People.Node;
import dev.cashet.samples.People.Outer;
import dev.cashet.samples.People.Pair;
import dev.cashet.samples.People.Person;
import dev.cashet.samples.People.Pixel;
import dev.cashet.samples.People.Plain;
import dev.cashet.samples.People.Point;
import dev.cashet.samples.People.WithBodies;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** Values of every kind that can be stored, no two of them equal; new objects at each call. */
public final class Samples {
  private Samples() {}

  public static Map<String, Object> all() {
    Map<String, Object> all = new LinkedHashMap<>();
    plain(all);
    texts(all);
    times(all);
    arrays(all);
    lists(all);
    sets(all);
    maps(all);
    holders(all);
    objects(all);
    return all;
  }

  private static void plain(Map<String, Object> all) {
    all.put("null", null);
    all.put("true", true);
    all.put("false", false);
    all.put("byte 0", (byte) 0);
    all.put("byte 1", (byte) 1);
    all.put("byte -1", (byte) -1);
    all.put("short 1", (short) 1);
    all.put("short -1", Short.MIN_VALUE);
    all.put("char 1", (char) 1);
    all.put("char lone", '\ud800');
    all.put("int 0", 0);
    all.put("int 1", 1);
    all.put("int -1", -1);
    all.put("int max", Integer.MAX_VALUE);
    all.put("int min", Integer.MIN_VALUE);
    all.put("long 0", 0L);
    all.put("long 1", 1L);
    all.put("long max", Long.MAX_VALUE);
    all.put("long min", Long.MIN_VALUE);
    all.put("long of double 1", Double.doubleToLongBits(1.0));
    all.put("float 0", 0f);
    all.put("float -0", -0f);
    all.put("float 1", 1f);
    all.put("float NaN", Float.NaN);
    all.put("double 0", 0.0);
    all.put("double -0", -0.0);
    all.put("double 1", 1.0);
    all.put("double NaN", Double.NaN);
    all.put("double inf", Double.POSITIVE_INFINITY);
    all.put("double -inf", Double.NEGATIVE_INFINITY);
    all.put("double min", Double.MIN_VALUE);
    all.put("big 0", BigInteger.ZERO);
    all.put("big 1", BigInteger.ONE);
    all.put("big -1", BigInteger.ONE.negate());
    all.put("big long", BigInteger.TEN.pow(5000));
    all.put("decimal 1", new BigDecimal("1"));
    all.put("decimal 1.0", new BigDecimal("1.0"));
    all.put("decimal 1.00", new BigDecimal("1.00"));
    all.put("decimal 1E3", new BigDecimal("1E+3"));
    all.put("decimal 1000", new BigDecimal("1000"));
    all.put("enum ONE", Plain.ONE);
    all.put("enum TWO", Plain.TWO);
    all.put("enum PLUS", WithBodies.PLUS);
    all.put("enum TIMES", WithBodies.TIMES);
    all.put("enum MONDAY", DayOfWeek.MONDAY);
    all.put("class String", String.class);
    all.put("class int", int.class);
    all.put("class Integer", Integer.class);
    all.put("class int[]", int[].class);
    all.put("class Point", Point.class);
    all.put("class Point[][]", Point[][].class);
  }

  private static void texts(Map<String, Object> all) {
    all.put("text empty", "");
    all.put("text a", "a");
    all.put("text ?", "?");
    all.put("text 1", "1");
    all.put("text null", "null");
    all.put("text nul", "\0");
    all.put("text e acute", "é");
    all.put("text e combining", "e\u0301");
    all.put("text pair", "😀");
    all.put("text high", "\ud83d");
    all.put("text low", "\ude00");
    all.put("text high ?", "\ud83d?");
    all.put("text swapped", "\ude00\ud83d");
    all.put("text 252", "x".repeat(252));
    all.put("text 251", "x".repeat(251));
    all.put("text long", "x".repeat(100_000));
    all.put("text long é", "é".repeat(100_000));
    all.put("text long lone", "x".repeat(99_999) + "\ud800");
    all.put("text long ?", "x".repeat(99_999) + "?");
    all.put("builder a", new StringBuilder("a"));
    all.put("buffer a", new StringBuffer("a"));
    all.put("uri", URI.create("https://example.org/a?b#c"));
    all.put("uuid", new UUID(1, 2));
    all.put("uuid 2", new UUID(2, 1));
    all.put("path", Path.of("a", "b"));
    all.put("file", new File("a/b"));
    all.put("pattern", Pattern.compile("a+"));
    all.put("pattern i", Pattern.compile("a+", Pattern.CASE_INSENSITIVE));
    all.put("locale", Locale.GERMANY);
    all.put("locale de", Locale.GERMAN);
    all.put("locale root", Locale.ROOT);
    all.put("locale th", Locale.forLanguageTag("th-TH-u-nu-thai"));
    all.put("locale latn", Locale.forLanguageTag("sr-Latn-RS"));
    all.put("charset", StandardCharsets.UTF_8);
    all.put("currency", Currency.getInstance("EUR"));
  }

  private static void times(Map<String, Object> all) {
    LocalDateTime overlap = LocalDateTime.of(2020, 10, 25, 2, 30);
    ZoneId paris = ZoneId.of("Europe/Paris");
    all.put("date", LocalDate.of(2020, 2, 29));
    all.put("date far", LocalDate.MAX);
    all.put("time", LocalTime.of(1, 2, 3, 4));
    all.put("time short", LocalTime.of(1, 2));
    all.put("date time", overlap);
    all.put("instant", Instant.EPOCH);
    all.put("instant nano", Instant.ofEpochSecond(1, 1));
    all.put("instant max", Instant.MAX);
    all.put("duration", Duration.ofMillis(-1500));
    all.put("duration 0", Duration.ZERO);
    all.put("period", Period.of(1, -2, 3));
    all.put("period 12m", Period.ofMonths(12));
    all.put("period 1y", Period.ofYears(1));
    all.put("offset date time", OffsetDateTime.of(overlap, ZoneOffset.ofHours(1)));
    all.put("offset time", OffsetTime.of(1, 2, 3, 4, ZoneOffset.ofHours(-1)));
    all.put("zoned early", ZonedDateTime.ofLocal(overlap, paris, ZoneOffset.ofHours(2)));
    all.put("zoned late", ZonedDateTime.ofLocal(overlap, paris, ZoneOffset.ofHours(1)));
    all.put("zoned offset", overlap.atZone(ZoneOffset.ofHours(1)));
    all.put("zoned UTC", overlap.atZone(ZoneId.of("UTC+01:00")));
    all.put("year", Year.of(2020));
    all.put("year big", Year.of(-12345));
    all.put("year month", YearMonth.of(2020, 12));
    all.put("month day", MonthDay.of(2, 29));
    all.put("zone", paris);
    all.put("zone offset", ZoneOffset.ofHoursMinutes(5, 30));
    all.put("java.util.Date", new Date(5));
  }

  private static void arrays(Map<String, Object> all) {
    all.put("boolean[]", new boolean[] {true, false});
    all.put("byte[] 0", new byte[0]);
    all.put("byte[]", new byte[] {1, 0});
    all.put("byte[] big", new byte[100_000]);
    all.put("short[]", new short[] {1, 0});
    all.put("char[]", new char[] {'a', '\ud800'});
    all.put("int[] 0", new int[0]);
    all.put("int[]", new int[] {1, 0});
    all.put("int[] 1", new int[] {1});
    all.put("int[] big", new int[100_000]);
    all.put("long[]", new long[] {1, 0});
    all.put("float[]", new float[] {1, Float.NaN});
    all.put("double[]", new double[] {1, 0});
    all.put("double[] -0", new double[] {1, -0.0});
    all.put("double[] NaN", new double[] {1, Double.NaN});
    all.put("double[] big", new double[100_001]);
    all.put("Integer[]", new Integer[] {1, 0});
    all.put("Object[]", new Object[] {1, 0});
    all.put("Object[] null", new Object[] {1, null});
    all.put("String[]", new String[] {"a", null});
    all.put("int[][]", new int[][] {{1}, {0}});
    all.put("int[][] ragged", new int[][] {{1, 0}, {}});
    all.put("int[][] null", new int[][] {null, {1}});
    all.put("Point[]", new Point[] {new Point(1, 2)});
    all.put("List[]", new List<?>[] {List.of(1)});
    all.put("Object[] big", new Object[50_000]);
  }

  private static void lists(Map<String, Object> all) {
    all.put("list 0", List.of());
    all.put("list 1 0", new ArrayList<>(List.of(1, 0)));
    all.put("list 0 1", List.of(0, 1));
    all.put("list null", Arrays.asList((Object) null));
    all.put("list null null", Collections.unmodifiableList(Arrays.asList(null, null)));
    all.put("list of list 0", List.of(List.of()));
    all.put("list [[1],2]", List.of(List.of(1), 2));
    all.put("list [1,[2]]", List.of(1, List.of(2)));
    all.put("list [[1,2]]", List.of(List.of(1, 2)));
    all.put("list [a,bc]", new LinkedList<>(List.of("a", "bc")));
    all.put("list [ab,c]", List.of("ab", "c"));
    all.put("list longs", List.of(1L, 0L));
    all.put("list of set", List.of(Set.of(1)));
    List<Integer> many = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      many.add(i);
    }
    all.put("list 5000", many);
    all.put("deque", new ArrayDeque<>(List.of(1, 0)));
    all.put("heap", new PriorityQueue<>(List.of(3, 1, 2)));
  }

  private static void sets(Map<String, Object> all) {
    all.put("set 0", Set.of());
    all.put("set 1 0", Set.of(1, 0));
    all.put("set mixed", new HashSet<>(Arrays.asList(1, "1", 1L, null, List.of(1))));
    all.put("set records", Set.of(new Point(1, 2), new Point(2, 1)));
    all.put("set of sets", Set.of(Set.of(1, 2), Set.of(3)));
    all.put("set of sets 2", Set.of(Set.of(1), Set.of(2, 3)));
    all.put("linked set 1 0", new LinkedHashSet<>(List.of(1, 0)));
    all.put("linked set 0 1", Collections.unmodifiableSet(new LinkedHashSet<>(List.of(0, 1))));
    all.put("tree set", new TreeSet<>(List.of(1, 0)));
    TreeSet<Integer> reverse = new TreeSet<>(Collections.reverseOrder());
    reverse.addAll(List.of(1, 0));
    all.put("tree set reverse", reverse);
    TreeSet<String> caseless = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    caseless.addAll(List.of("B", "a"));
    all.put("tree set caseless", caseless);
    all.put("enum set", EnumSet.of(Plain.TWO, Plain.ONE));
    all.put("enum set bodies", EnumSet.of(WithBodies.TIMES));
    Set<String> strings = new HashSet<>();
    for (int i = 0; i < 2000; i++) {
      strings.add("s" + i);
    }
    all.put("set 2000", strings);
    all.put(
        "set 2000 fixed",
        Set.copyOf(new HashSet<>(strings).stream().map(s -> s + "!").toList()));
  }

  private static void maps(Map<String, Object> all) {
    all.put("map 0", Map.of());
    all.put("map", Map.of("a", 1, "b", 2));
    all.put("map swapped", Map.of("a", 2, "b", 1));
    all.put("map null", new HashMap<>(Collections.singletonMap(null, null)));
    all.put("map keys", new HashMap<>(Map.of(1, "i", 1L, "l", "1", "s", List.of(1), "x")));
    all.put("map nested", Map.of("a", Map.of("b", Map.of("c", 1))));
    Map<String, Integer> linked = new LinkedHashMap<>();
    linked.put("b", 2);
    linked.put("a", 1);
    all.put("linked b a", linked);
    Map<String, Integer> other = new LinkedHashMap<>();
    other.put("a", 1);
    other.put("b", 2);
    all.put("linked a b", Collections.unmodifiableMap(other));
    all.put("tree map", new TreeMap<>(Map.of("a", 1, "b", 2)));
    TreeMap<String, Integer> reverse = new TreeMap<>(Collections.reverseOrder());
    reverse.putAll(other);
    all.put("tree map reverse", reverse);
    all.put("enum map", new EnumMap<>(Map.of(Plain.ONE, "x", Plain.TWO, "y")));
    all.put("concurrent map", new ConcurrentHashMap<>(Map.of("c", 3)));
    Map<Integer, Object> many = new HashMap<>();
    for (int i = 0; i < 3000; i++) {
      many.put(i * 7919, new Point(i, -i));
    }
    all.put("map 3000", many);
  }

  private static void holders(Map<String, Object> all) {
    all.put("optional empty", Optional.empty());
    all.put("optional 1", Optional.of(1));
    all.put("optional optional", Optional.of(Optional.empty()));
    all.put("optional list", Optional.of(List.of(1)));
    all.put("optional int", OptionalInt.of(1));
    all.put("optional int empty", OptionalInt.empty());
    all.put("optional long", OptionalLong.of(1));
    all.put("optional double", OptionalDouble.of(1));
    all.put("atomic int", new AtomicInteger(1));
    all.put("atomic long", new AtomicLong(1));
    all.put("atomic ref", new AtomicReference<>("a"));
    all.put("bits", BitSet.valueOf(new long[] {5, 7}));
    all.put("buffer", ByteBuffer.wrap(new byte[] {1, 2, 3}, 1, 2).slice());
    all.put("buffer le", ByteBuffer.wrap(new byte[] {2, 3}).order(ByteOrder.LITTLE_ENDIAN));
    all.put("entry", Map.entry("k", 1));
  }

  private static void objects(Map<String, Object> all) {
    all.put("point", new Point(1, 2));
    all.put("point swapped", new Point(2, 1));
    all.put("pixel", new Pixel(1, 2));
    all.put("pair", new Pair<>("a", List.of(1)));
    all.put("pair null", new Pair<>(null, null));
    all.put("pair pair", new Pair<>(new Pair<>(1, 2), 3));
    all.put("pair pair 2", new Pair<>(1, new Pair<>(2, 3)));
    all.put("empty record", new People.Empty());
    all.put("share", new People.Share(0.5));
    byte small = 1;
    all.put("mixed", new Mixed(small, (short) 2, 'c', 4, 5, 6, 7, true, "i", new int[] {1, 2}));
    all.put("person", new Person("Ann", 40));
    all.put("person 41", new Person("Ann", 41));
    all.put("employee", new Employee("Ann", 40, "Boss", 1));
    all.put("employee desk", new Employee("Ann", 40, "Boss", 2));
    all.put("employee title", new Employee("Ann", 40, "Clerk", 1));
    all.put("inner", new Outer(1).inner(2));
    all.put("inner 2", new Outer(2).inner(1));
    all.put("hooked", new Hooked(3));
    all.put("basket", new People.Basket("Ann", List.of("a")));
    all.put("basket Bob", new People.Basket("Bob", List.of("a")));
    all.put("exception", new IllegalStateException("boo"));
    all.put("exception 2", new IllegalArgumentException("boo"));
    all.put("exception cause", new IllegalStateException("boo", new IOException("x")));
    all.put("exception own", new People.OutOfStock("none", 0, null));
    all.put("exception own 1", new People.OutOfStock("none", 1, null));
    all.put("self list", selfList());
    all.put("self node", selfNode());
    all.put("ring 2", ring(2));
    all.put("ring 3", ring(3));
    all.put("whole", new People.Whole().add(new People.Part("p")).add(new People.Part("q")));
  }

  private static List<Object> selfList() {
    List<Object> list = new ArrayList<>();
    list.add(1);
    list.add(list);
    return list;
  }

  private static Node selfNode() {
    Node node = new Node("self");
    node.next = node;
    node.list.add(node);
    node.set.add(node);
    return node;
  }

  private static Node ring(int size) {
    Node first = new Node("0");
    Node last = first;
    for (int i = 1; i < size; i++) {
      last.next = new Node(Integer.toString(i));
      last = last.next;
    }
    last.next = first;
    return first;
  }
}
