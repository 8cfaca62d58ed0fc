package dev.cashet.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.samples.People.Node;
import dev.cashet.samples.People.Pair;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.WeakHashMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RefusalsTest {
  /** Extends a class of the platform whose state nobody can read. */
  private static final class Counting extends Random {
    private static final long serialVersionUID = 1L;

    Counting() {
      super(1);
    }
  }

  @TestFactory
  Stream<DynamicTest> digest_whenThereIsNoValue_refusesWithPathAndClass() {
    return Stream.of(
            new ByteArrayInputStream(new byte[0]),
            new ByteArrayOutputStream(),
            new StringReader(""),
            new StringWriter(),
            new Thread(() -> {}),
            new ThreadLocal<>(),
            ClassLoader.getSystemClassLoader(),
            new ReentrantLock(),
            new ReentrantReadWriteLock(),
            ForkJoinPool.commonPool(),
            new CompletableFuture<>(),
            new WeakReference<>("x"),
            new WeakHashMap<>(Map.of("a", 1)),
            new ArrayBlockingQueue<>(1),
            List.of(1).iterator(),
            List.of(1).spliterator(),
            List.of(1).stream(),
            new Socket(),
            new Object(),
            new Random(1),
            new Counting(),
            Runtime.getRuntime(),
            Proxy.newProxyInstance(
                RefusalsTest.class.getClassLoader(),
                new Class<?>[] {Comparable.class},
                (proxy, method, arguments) -> 0))
        .map(value -> DynamicTest.dynamicTest(
            value.getClass().getName(),
            () -> assertThatThrownBy(
                    () -> Digests.of(new Pair<>(1, Map.of("source", List.of(value)))))
                .isInstanceOf(UnhashableException.class)
                .hasMessageContaining("argument 1 → second[source][0]")
                .hasMessageContaining(value.getClass().getTypeName())
                .hasMessageMatching("(?s).*; .*")));
  }

  @Test
  void digest_whenAFunctionIsInside_asksTheObserver() {
    Runnable function = () -> {};
    assertThatThrownBy(() -> Digests.of(List.of(function)))
        .isInstanceOf(UnhashableException.class)
        .hasMessageContaining("argument 1 → [0]")
        .hasMessageContaining("no functions here");
  }

  @Test
  void digest_whenAHundredThousandDeep_works() {
    Node first = new Node("0");
    Node last = first;
    Object list = List.of();
    for (int i = 0; i < 100_000; i++) {
      last.next = new Node("n");
      last = last.next;
      list = List.of(list);
    }
    assertThat(Digests.of(first)).isNotEqualTo(Digests.of(list));
    last.next = first;
    assertThat(Digests.of(first)).isEqualTo(Digests.of(first));
  }

  @Test
  void digest_whenDoublyLinked_works() {
    Node first = new Node("0");
    Node last = first;
    for (int i = 0; i < 10_000; i++) {
      last.next = new Node("n" + i);
      last.next.list.add(last);
      last = last.next;
    }
    assertThat(Digests.of(first)).isNotEqualTo(Digests.of(last));
  }

  @Test
  void digest_whenEveryObjectRefersToEveryOther_refusesInsteadOfCountingTheWays() {
    Node[] nodes = new Node[40];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = new Node("n" + i);
    }
    for (Node node : nodes) {
      node.list.addAll(List.of(nodes));
    }
    assertThatThrownBy(() -> Digests.of(nodes[0]))
        .isInstanceOf(UnhashableException.class)
        .hasMessageContaining("Canonicalizer");
  }

  @Test
  void digest_afterARefusal_worksAgain() {
    Map<String, Object> map = new HashMap<>(Map.of("a", List.of(1)));
    var before = Digests.of(map);
    assertThatThrownBy(() -> Digests.of(List.of(map, new Thread(() -> {}))))
        .isInstanceOf(UnhashableException.class);
    assertThat(Digests.of(map)).isEqualTo(before);
  }
}
