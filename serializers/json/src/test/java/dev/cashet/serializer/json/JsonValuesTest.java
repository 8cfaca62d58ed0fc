package dev.cashet.serializer.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.codec.RoundTrip;
import dev.cashet.codec.UnreadableResultException;
import dev.cashet.codec.UnserializableException;
import dev.cashet.serializer.json.Places.Cage;
import dev.cashet.serializer.json.Places.Cat;
import dev.cashet.serializer.json.Places.Circle;
import dev.cashet.serializer.json.Places.Figure;
import dev.cashet.serializer.json.Places.Holder;
import dev.cashet.serializer.json.Places.Ints;
import dev.cashet.serializer.json.Places.Money;
import dev.cashet.serializer.json.Places.Pair;
import dev.cashet.serializer.json.Places.Person;
import dev.cashet.serializer.json.Places.Point;
import dev.cashet.serializer.json.Places.Sets;
import dev.cashet.serializer.json.Places.Square;
import java.io.IOException;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What comes back, and what is refused because it would come back as something else. */
final class JsonValuesTest {
  /** Methods for their result types. */
  @SuppressWarnings("unused")
  interface Declared {
    List<Map<String, Point>> points();

    List<Figure> figures();

    Pair<Point, List<Long>> pair();

    Map<String, Integer> counts();
  }

  static Type declared(String method) {
    return Arrays.stream(Declared.class.getDeclaredMethods())
        .filter(each -> each.getName().equals(method))
        .findFirst()
        .orElseThrow()
        .getGenericReturnType();
  }

  @Test
  void write_whenTheTypeIsDeclared_isReadable() throws IOException {
    List<Map<String, Point>> value = List.of(Map.of("b", new Point(1, 2), "a", new Point(3, 4)));

    String json = Trips.write(value, declared("points"));

    assertThat(json)
        .isEqualTo(
            "{\"type\":\"java.util.List<java.util.Map<java.lang.String,dev.cashet.serializer.json.Places$Point>>\","
                + "\"containers\":\"hashed\",\"classes\":{\"dev.cashet.serializer.json.Places$Point\":[\"int x\",\"int y\"]},"
                + "\"value\":[{\"a\":{\"x\":3,\"y\":4},\"b\":{\"x\":1,\"y\":2}}]}");
    assertThat(Trips.read(json)).isEqualTo(value);
  }

  @Test
  void write_whenTheTypeIsNotDeclared_findsIt() throws IOException {
    Map<Integer, List<Point>> value =
        new HashMap<>(Map.of(1, List.of(new Point(1, 2)), 2, List.of()));

    assertThat(Trips.back(value)).isEqualTo(value);
  }

  @Test
  void write_whenSubtypesAreAnnotated_keepsThem() throws IOException {
    List<Figure> value = List.of(new Circle(1.5), new Square(2));

    assertThat(Trips.read(Trips.write(value, declared("figures")))).isEqualTo(value);
  }

  @Test
  void write_whenTheDeclaredTypeIsGeneric_takesItsArguments() throws IOException {
    Pair<Point, List<Long>> value = new Pair<>(new Point(1, 2), List.of(5L));

    assertThat(Trips.read(Trips.write(value, declared("pair")))).isEqualTo(value);
  }

  @Test
  void write_whenAMapHasAnOrder_keepsIt() throws IOException {
    Map<String, Integer> linked = new LinkedHashMap<>();
    linked.put("b", 1);
    linked.put("a", 2);
    Set<String> names = new LinkedHashSet<>(List.of("z", "y"));

    Object back = Trips.read(Trips.write(linked, declared("counts")));
    Sets sets = (Sets) Trips.back(new Sets(names, linked));

    assertThat(((Map<?, ?>) back).keySet().toString()).isEqualTo("[b, a]");
    assertThat(sets.names()).hasToString("[z, y]");
    assertThat(sets.counts()).hasToString("{b=1, a=2}");
    assertThat(Trips.back(new TreeMap<>(linked))).isInstanceOf(TreeMap.class);
  }

  @Test
  void write_whenExactValuesAreDeclared_keepsThem() throws IOException {
    ZonedDateTime overlap = ZonedDateTime.parse("2020-10-25T02:30+01:00[Europe/Paris]");
    Money value = new Money(new BigDecimal("1.50"), overlap, Double.NaN, new byte[] {1, -1});

    Money back = (Money) Trips.back(value);

    assertThat(RoundTrip.of(value).change(back)).isEmpty();
    assertThat(back.amount().scale()).isEqualTo(2);
    assertThat(back.when()).isEqualTo(overlap);
    assertThat(back.rate()).isNaN();
  }

  @Test
  void write_whenAClassHasPrivateFields_keepsThem() throws IOException {
    Person person = new Person("Ann", 40);
    person.befriend(new Person("Bob", 41));

    assertThat(Trips.back(List.of(person))).isEqualTo(List.of(person));
    assertThat(Trips.back(new Places.Renamed(1.5))).isEqualTo(new Places.Renamed(1.5));
    assertThat(Trips.back(new Ints(Map.of(7, new Point(1, 2)))))
        .isEqualTo(new Ints(Map.of(7, new Point(1, 2))));
  }

  @Test
  void write_whenAnythingAwkward_comesBackEqualOrIsRefused() throws IOException {
    Person shared = new Person("Ann", 40);
    Person loop = new Person("Loop", 1);
    loop.befriend(loop);
    List<Object> refused = List.of(
        List.of(shared, shared),
        loop,
        new Holder(new BigDecimal("1.50")),
        new Holder(5L),
        new Holder(1.5f),
        new Holder(new byte[] {1}),
        new Holder(new Point(1, 2)),
        new Holder(Set.of(1)),
        new Holder('c'),
        new Holder(DayOfWeek.MONDAY),
        new Cage(new Cat("Tom")),
        new Places.Hidden("a", "b"),
        new Places.Keyed(Map.of(new Point(1, 2), "x")),
        Map.of(1, "a", 1L, "b"),
        Map.of(Optional.of(1), "a"),
        List.of(1, 2L),
        List.of(1.0f, 1.0),
        List.of(new Point(1, 2), new Circle(1)),
        new Sets(new LinkedHashSet<>(List.of("b", "a")), new TreeMap<>(Map.of("a", 1))),
        new IllegalStateException("boo"),
        String.class,
        new ArrayList<>(Arrays.asList(Optional.empty(), null)));
    for (Object value : refused) {
      assertThatThrownBy(() -> Trips.write(value))
          .as("%s", value)
          .isInstanceOf(UnserializableException.class)
          .hasMessageContaining("cannot store result");
    }
  }

  @Test
  void write_whenValuesOfEveryKind_neverChangesOneSilently() throws IOException {
    int carried = 0;
    for (Object value : Awkward.values()) {
      String json;
      try {
        json = Trips.write(value);
      } catch (UnserializableException e) {
        continue;
      }
      Object back = Trips.read(json);
      assertThat(RoundTrip.of(value).change(back)).as("%s as %s", value, json).isEmpty();
      assertThat(Trips.write(back)).isEqualTo(json);
      carried++;
    }
    assertThat(carried).isGreaterThan(60);
  }

  @Test
  void write_whenRefused_saysWhereAndWhatItWouldBecome() {
    assertThatThrownBy(() -> Trips.write(new Holder(new BigDecimal("1.50"))))
        .hasMessageContaining("result.anything, decimal 1.50, would come back as Double 1.5");
    Person shared = new Person("Ann", 40);
    assertThatThrownBy(() -> Trips.write(List.of(shared, shared)))
        .hasMessageContaining(
            "result[1] refers to an object that is elsewhere in the result as well");
  }

  @Test
  void read_whenAClassHasOtherFieldsNow_refuses() throws IOException {
    String json = Trips.write(new Person("Ann", 40)).replace("int age", "long age");

    assertThatThrownBy(() -> Trips.read(json))
        .isInstanceOf(UnreadableResultException.class)
        .hasMessageContaining("Person had the fields")
        .hasMessageContaining("long age");
  }

  @Test
  void write_whenEnumsAreKeys_keepsTheKind() throws IOException {
    EnumMap<DayOfWeek, Integer> map =
        new EnumMap<>(Map.of(DayOfWeek.MONDAY, 1, DayOfWeek.FRIDAY, 2));

    assertThat(Trips.back(map)).isInstanceOf(EnumMap.class).isEqualTo(map);
    assertThat(Trips.back(EnumSet.of(DayOfWeek.MONDAY)))
        .isInstanceOf(EnumSet.class)
        .isEqualTo(EnumSet.of(DayOfWeek.MONDAY));
  }
}
