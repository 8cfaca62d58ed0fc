package dev.cashet.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.samples.People.Node;
import dev.cashet.samples.People.Pair;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.Serial;
import java.io.Serializable;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class UnserializableTest {
  @SuppressWarnings("unused") // read by reflection
  private static final class Handle implements Closeable {
    final int number = 1;

    @Override
    public void close() {}
  }

  @SuppressWarnings("unused") // read by reflection
  private static final class Holder implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    final transient Object thread = new Thread(() -> {});
    final String name = "x";
  }

  /** Can be written by Java serialization, not read: its superclass has no constructor without parameters. */
  private static final class NoWayBack extends ThreadGroup implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    NoWayBack() {
      super("group");
    }
  }

  @TestFactory
  Stream<DynamicTest> write_ofWhatDoesNotComeBack_refusesWithPathAndClass() {
    TreeMap<String, Integer> ordered = new TreeMap<>(Comparator.comparing(String::length));
    return Stream.of(
            new Thread(() -> {}),
            new ByteArrayInputStream(new byte[0]),
            new Object(),
            new Timer(true),
            (Callable<Integer> & Serializable) () -> 1,
            (Runnable) () -> {},
            ordered,
            new IdentityHashMap<>(),
            List.of(1).iterator(),
            new Handle(),
            new Holder(),
            ByteStream.writing(out -> {}),
            Proxy.newProxyInstance(
                UnserializableTest.class.getClassLoader(),
                new Class<?>[] {Comparable.class},
                (proxy, method, arguments) -> 0))
        .map(value -> DynamicTest.dynamicTest(
            value.getClass().getName(),
            () -> assertThatThrownBy(
                    () -> Trips.write(new Pair<>(1, Map.of("rows", List.of(value)))))
                .isInstanceOf(UnserializableException.class)
                .hasMessageContaining("result.second.rows[0]")
                .hasMessageMatching("(?s).*; .*")));
  }

  @Test
  void write_ofWhatCannotBeReadBack_refuses() {
    assertThatThrownBy(() -> Trips.write(new NoWayBack()))
        .isInstanceOf(UnserializableException.class);
  }

  @Test
  void write_ofAPlatformClassThatMayNotBeRead_refuses() {
    assertThatThrownBy(() -> Trips.write(new java.text.DecimalFormatSymbols(java.util.Locale.ROOT)))
        .isInstanceOf(UnserializableException.class)
        .hasMessageContaining("allow-list");
  }

  @Test
  void write_ofACycleThroughARecord_refuses() {
    List<Object> list = new ArrayList<>();
    list.add(new Pair<>("back", list));
    assertThatThrownBy(() -> Trips.write(list))
        .isInstanceOf(UnserializableException.class)
        .hasMessageContaining("before it is complete");
    Node inside = new Node("inside");
    inside.next = inside;
    Object back = Trips.read(Trips.write(new Pair<>(1, inside)));
    assertThat(((Node) ((Pair<?, ?>) back).second()).next.label).isEqualTo("inside");
  }

  @Test
  void write_ofTooDeepValues_refuses() {
    Node first = new Node("0");
    Node last = first;
    for (int i = 0; i < 100_000; i++) {
      last.next = new Node("n");
      last = last.next;
    }
    assertThatThrownBy(() -> Trips.write(first))
        .isInstanceOf(UnserializableException.class)
        .hasMessageContaining("deeper");
    Object nested = List.of();
    for (int i = 0; i < 990; i++) {
      nested = List.of(nested);
    }
    assertThat(Trips.read(Trips.write(nested))).isNotNull();
  }
}
