package dev.cashet.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Names of one length, so that stored bytes of the first read as bytes of the others. */
class ChangedClassTest {
  record RecordA(int x, String y) {}

  record RecordB(int x, String y) {}

  record RecordC(String y, int x) {}

  record RecordD(int x, String y, int z) {}

  record RecordE(long x, String y) {}

  record RecordF(int x, String y) {
    RecordF {
      throw new IllegalArgumentException("never");
    }
  }

  static class ObjectA {
    int x = 1;
    String y = "y";
  }

  static class ObjectB {
    int x;
    String y;
  }

  static class ObjectC {
    int x;
    String z;
  }

  static class ObjectD {
    int x;
    CharSequence y;
  }

  static class ObjectE extends ObjectB {}

  enum ChoiceA {
    YES
  }

  enum ChoiceB {
    YES
  }

  enum ChoiceC {
    NO
  }

  @Test
  void read_whenTheShapeIsTheSame_works() {
    assertThat(as(new RecordA(1, "y"), "RecordB")).isEqualTo(new RecordB(1, "y"));
    assertThat(((ObjectB) as(new ObjectA(), "ObjectB")).y).isEqualTo("y");
    assertThat(as(ChoiceA.YES, "ChoiceB")).isEqualTo(ChoiceB.YES);
  }

  @TestFactory
  Stream<DynamicTest> read_whenTheClassHasChanged_saysSo() {
    return Stream.of(
            "RecordC", "RecordD", "RecordE", "RecordF", "ObjectB", "ObjectC", "ChoiceB", "NoClass")
        .flatMap(name -> Stream.of(new RecordA(1, "y"), new ObjectA(), ChoiceA.YES)
            .filter(value -> differs(value, name))
            .map(value -> DynamicTest.dynamicTest(
                value.getClass().getSimpleName() + " as " + name,
                () -> assertThatThrownBy(() -> as(value, name))
                    .isInstanceOf(UnreadableResultException.class))));
  }

  private static boolean differs(Object value, String name) {
    String own = value.getClass().getSimpleName();
    return !(own.equals("ObjectA") && name.equals("ObjectB"))
        && !(own.equals("ChoiceA") && name.equals("ChoiceB"));
  }

  @Test
  void read_whenAFieldHasAnotherTypeOrOwner_saysSo() {
    assertThatThrownBy(() -> as(new ObjectA(), "ObjectD"))
        .isInstanceOf(UnreadableResultException.class)
        .hasMessageContaining("has changed");
    assertThatThrownBy(() -> as(new ObjectA(), "ObjectE"))
        .isInstanceOf(UnreadableResultException.class)
        .hasMessageContaining("has changed");
    assertThatThrownBy(() -> as(ChoiceA.YES, "ChoiceC"))
        .isInstanceOf(UnreadableResultException.class)
        .hasMessageContaining("no constant YES");
  }

  private static Object as(Object value, String name) {
    String text = new String(Trips.write(value), StandardCharsets.ISO_8859_1);
    String changed = text.replace("$" + value.getClass().getSimpleName(), "$" + name);
    return Trips.read(changed.getBytes(StandardCharsets.ISO_8859_1));
  }
}
