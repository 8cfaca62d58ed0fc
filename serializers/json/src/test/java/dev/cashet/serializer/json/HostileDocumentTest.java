package dev.cashet.serializer.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.codec.UnreadableResultException;
import dev.cashet.serializer.json.Places.First;
import dev.cashet.serializer.json.Places.Named;
import dev.cashet.serializer.json.Places.Point;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents by someone who can write the store. */
final class HostileDocumentTest {
  private static final String HERE = "dev.cashet.serializer.json.Places$";

  private static String document(String type, String classes, String value) {
    return "{\"type\":\"" + type + "\",\"containers\":\"hashed\",\"classes\":{" + classes
        + "},\"value\":" + value + "}";
  }

  @Test
  void read_whenTheTypeIsOfThePlatformAndNoData_refusesWhateverIsAllowed() {
    for (String type : List.of(
        "java.lang.Class",
        "java.lang.Thread",
        "java.net.URL",
        "java.net.InetAddress",
        "java.util.TimeZone",
        "javax.sql.DataSource",
        "java.util.List<java.net.URL>",
        "java.util.Timer",
        "java.io.FileOutputStream",
        "java.time.Clock",
        "java.lang.ProcessBuilder",
        "java.util.Optional<java.lang.Class<java.lang.Object>>")) {
      for (String value : List.of("\"localhost\"", "[\"java.lang.String\"]", "{}")) {
        assertThatThrownBy(() -> Trips.read(document(type, "", value), name -> true))
            .as("%s of %s", type, value)
            .isInstanceOf(UnreadableResultException.class);
      }
    }
  }

  @Test
  void read_whenAFieldLooksSomethingUp_refuses() {
    String host = "\"" + HERE + "Host\":[\"java.net.InetAddress address\"]";

    assertThatThrownBy(() -> Trips.read(
            document(HERE + "Host", host, "{\"address\":\"attacker.invalid\"}"), name -> true))
        .isInstanceOf(UnreadableResultException.class)
        .hasMessageContaining("java.net.InetAddress");
  }

  @Test
  void read_whenADocumentHidesAClassFromItsList_refuses() throws IOException {
    String json = Trips.write(List.of(new Point(1, 2)));
    String hidden = json.replaceAll("\"classes\":\\{.*?]}", "\"classes\":{}");
    assertThat(hidden).isNotEqualTo(json);

    assertThatThrownBy(() -> Trips.read(hidden))
        .isInstanceOf(UnreadableResultException.class)
        .hasMessageContaining("Point");
  }

  @Test
  void read_whenASubtypeIsNamed_asksBeforeItIsLoaded() throws IOException {
    Named value = new First(1);
    String json = Trips.write(value, Named.class);
    assertThat(Trips.read(json)).isEqualTo(value);
    String other = json.replace("\"@class\":\"" + HERE + "First\"", "\"@class\":\"evil.Gadget\"");
    assertThat(other).isNotEqualTo(json);

    assertThatThrownBy(() -> Trips.read(other))
        .isInstanceOf(UnreadableResultException.class)
        .hasMessageContaining("evil.Gadget");
    for (String gadget : List.of(HERE + "Second", "javax.script.ScriptEngineManager")) {
      assertThatThrownBy(() -> Trips.read(json.replace(HERE + "First\",\"a", gadget + "\",\"a")))
          .isInstanceOf(UnreadableResultException.class);
    }
    assertThat(Places.LOADED.get()).isZero();
  }

  @Test
  void read_whenAKeyNamesAClass_loadsNone() {
    for (String key : List.of("java.lang.Class", HERE + "Code")) {
      assertThatThrownBy(() -> Trips.read(
              document(
                  "java.util.Map<" + key + ",java.lang.Object>", "", "{\"" + HERE + "Loaded\":1}"),
              name -> true))
          .as(key)
          .isInstanceOf(UnreadableResultException.class);
    }
    assertThat(Places.LOADED.get()).isZero();
  }

  @Test
  void read_whenElementsOfASetHaveOneHashCode_refusesBeforeTheyAreHashed() {
    StringBuilder elements = new StringBuilder("[");
    for (int i = 0; i < 20_000; i++) {
      // 31 x + y is one number for all.
      elements.append(i == 0 ? "" : ",").append("{\"x\":" + i + ",\"y\":" + -31 * i + "}");
    }
    String point = "\"" + HERE + "Point\":[\"int x\",\"int y\"]";

    assertThatThrownBy(() -> Trips.read(document(
            "java.util.Set<" + HERE + "Point>", point, elements.append("]").toString())))
        .isInstanceOf(UnreadableResultException.class)
        .hasMessageContaining("hash code");
  }

  @Test
  void read_whenTypesInTheValueAreAskedFor_readsThemAsData() throws IOException {
    Object back = Trips.read(document(
        "java.lang.Object", "", "[\"java.lang.ProcessBuilder\",{\"@class\":\"evil.Gadget\"}]"));

    assertThat(back.toString()).isEqualTo("[java.lang.ProcessBuilder, {@class=evil.Gadget}]");
  }

  @Test
  void read_whenNestedDeep_refusesQuickly() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    String type = "java.util.List<".repeat(60) + "java.lang.Object" + ">".repeat(60);

    assertThatThrownBy(() -> Trips.read(document("java.lang.Object", "", deep)))
        .isInstanceOf(UnreadableResultException.class);
    assertThatThrownBy(() -> Trips.read(document(type, "", "[]")))
        .isInstanceOf(UnreadableResultException.class);
    assertThatThrownBy(() -> Trips.read(document("java.lang.Object" + "[]".repeat(300), "", "[]")))
        .isInstanceOf(UnreadableResultException.class);
  }

  @Test
  void read_whenANumberIsHuge_refusesOrReadsQuickly() throws IOException {
    long start = System.nanoTime();
    for (String type : List.of("int", "java.math.BigInteger", "java.time.Instant", "double")) {
      for (String number : List.of("1e999999999", "1e-999999999", "9".repeat(90_000))) {
        try {
          Trips.read(document(type, "", number));
        } catch (UnreadableResultException e) {
          assertThat(e).hasMessageContaining("cannot read");
        }
      }
    }
    assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
  }

  @Test
  void read_whenADocumentIsMalformed_refuses() {
    for (String document : List.of(
        "",
        "null",
        "[]",
        "{}",
        "{\"value\":1}",
        document("int", "", "1") + "x",
        document("int", "", "1") + "{}",
        document("int", "", "1,\"value\":2"),
        document("int", "", "\"1\""),
        document("int", "", "1.5"),
        document("int", "", "null"),
        document("", "", "1"),
        document("java.util.List<", "", "[]"),
        document("java.util.List<int>>", "", "[]"),
        document("java.util.Map<int>", "", "{}"),
        document("java.util.List", "\"a.Gone\":[]", "[]"),
        document("java.util.Map", "", "{\"a\":1,\"a\":2}"),
        document("int", "", "1").replace("hashed", "other"),
        document("int", "\"java.lang.String\":[]", "1"))) {
      assertThatThrownBy(() -> Trips.read(document, name -> true))
          .as(document)
          .isInstanceOf(UnreadableResultException.class);
    }
  }
}
