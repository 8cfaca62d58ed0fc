package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.Cashet;
import dev.cashet.Fn0;
import dev.cashet.Fn1;
import dev.cashet.Fn2;
import dev.cashet.Fn6;
import dev.cashet.TaskOptions;
import dev.cashet.TaskTimeoutException;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memoised functions, on the store that everyone gets. */
class MemoizeTest {
  private static final AtomicInteger RUNS = new AtomicInteger();
  private static volatile Fn1<Integer, BigInteger> fibonacci;
  private static volatile Fn1<Integer, Integer> circular;

  @TempDir
  private Path directory;

  private Cashet cashet;

  @BeforeEach
  void open() {
    RUNS.set(0);
    cashet = Cashet.open(directory);
  }

  @AfterEach
  void close() {
    cashet.close();
  }

  private static int square(int x) {
    RUNS.incrementAndGet();
    return x * x;
  }

  private static List<Integer> list(int size) {
    RUNS.incrementAndGet();
    return new ArrayList<>(java.util.Collections.nCopies(size, 1));
  }

  private static int six(int a, int b, int c, int d, int e, int f) {
    RUNS.incrementAndGet();
    return a + b + c + d + e + f;
  }

  private static int read(String name) throws FileNotFoundException {
    throw new FileNotFoundException(name);
  }

  private static int block(int x) throws InterruptedException {
    new CountDownLatch(1).await();
    return x;
  }

  private static BigInteger fib(int n) throws Exception {
    RUNS.incrementAndGet();
    return n < 2 ? BigInteger.valueOf(n) : fibonacci.call(n - 1).add(fibonacci.call(n - 2));
  }

  private static int around(int x) throws Exception {
    return circular.call(x);
  }

  private static int apply(Fn1<Integer, Integer> function, int x) throws Exception {
    return function.call(x);
  }

  @Test
  void memoize_whenCalledTwice_runsOnceAndLoadsForEach() throws Exception {
    Fn1<Integer, List<Integer>> lists = cashet.memoize(MemoizeTest::list);
    lists.call(2).add(5);
    assertThat(lists.call(2)).containsExactly(1, 1);
    assertThat(RUNS).hasValue(1);
    assertThat(cashet.submit(MemoizeTest::list, 2).wasCached()).isTrue();
  }

  @Test
  void memoize_whenOtherArities_worksTheSame() throws Exception {
    Fn0<Integer> none = cashet.memoize(() -> square(4));
    Fn2<Integer, Integer, Integer> two = cashet.memoize(Integer::sum);
    Fn6<Integer, Integer, Integer, Integer, Integer, Integer, Integer> six =
        cashet.memoize(MemoizeTest::six);
    assertThat(none.call()).isEqualTo(16);
    assertThat(none.call()).isEqualTo(16);
    assertThat(two.call(1, 2)).isEqualTo(3);
    assertThat(six.call(1, 2, 3, 4, 5, 6)).isEqualTo(21);
    assertThat(six.call(1, 2, 3, 4, 5, 6)).isEqualTo(21);
    assertThat(RUNS).hasValue(2);
  }

  @Test
  void memoize_whenTheFunctionThrows_throwsTheSame() {
    Fn1<String, Integer> reading = cashet.memoize(MemoizeTest::read);
    assertThatThrownBy(() -> reading.call("a.txt"))
        .isExactlyInstanceOf(FileNotFoundException.class)
        .hasMessage("a.txt");
  }

  @Test
  void memoize_whenTimeIsUp_throwsTheTimeout() {
    Fn1<Integer, Integer> slow = cashet
        .with(TaskOptions.defaults().timeout(Duration.ofMillis(50)))
        .memoize(MemoizeTest::block);
    assertThatThrownBy(() -> slow.call(1)).isInstanceOf(TaskTimeoutException.class);
  }

  @Test
  void memoize_whenAFunctionCallsItselfAThousandDeep_needsNoStack() throws Exception {
    fibonacci = cashet.memoize(MemoizeTest::fib);
    int depth = Integer.getInteger("cashet.test.depth", 1_000);
    assertThat(fibonacci.call(depth).bitLength()).isGreaterThan(depth / 2);
    assertThat(RUNS).hasValue(depth + 1);
    assertThat(fibonacci.call(100)).isEqualTo(new BigInteger("354224848179261915075"));
  }

  @Test
  void memoize_whenACallWaitsForItself_isRefused() {
    circular = cashet.memoize(MemoizeTest::around);
    assertThatThrownBy(() -> circular.call(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("waits for itself");
  }

  @Test
  void memoize_whenPassedToATask_countsAsTheFunctionInside() {
    Fn1<Integer, Integer> squares = cashet.memoize(MemoizeTest::square);
    cashet.submit(MemoizeTest::apply, squares, 3);
    assertThat(cashet
            .submit(MemoizeTest::apply, cashet.memoize(MemoizeTest::square), 3)
            .wasCached())
        .isTrue();
    assertThat(cashet.submit(squares, 3).wasCached()).isTrue();
    assertThat(cashet.isCached(cashet.memoize(squares), 3)).isTrue();
  }

  @Test
  void memoize_whenSerialised_isRefused() {
    Fn1<Integer, Integer> squares = cashet.memoize(MemoizeTest::square);
    assertThatThrownBy(
            () -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(squares))
        .isInstanceOf(NotSerializableException.class);
  }
}
