package dev.cashet.executor.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import dev.cashet.TaskException;
import dev.cashet.TaskOptions;
import dev.cashet.TaskTimeoutException;
import dev.cashet.codec.ByteStream;
import dev.cashet.codec.UnserializableException;
import dev.cashet.model.Commit;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client whose tasks run in other processes. */
class ProcessClientTest {
  private static final int LARGE_BYTES = 9 << 20;
  private static final Queue<OutputLine> LINES = new ConcurrentLinkedQueue<>();

  @TempDir
  private static Path directory;

  private static Cashet cashet;

  @BeforeAll
  static void open() {
    ProcessExecutor executor =
        Executors.quick().workers(1).maxHeapBytes(64 << 20).output(LINES::add).build();
    cashet = Cashet.builder()
        .directory(directory.resolve("store"))
        .executor(executor)
        .build();
  }

  @AfterAll
  static void close() {
    cashet.close();
  }

  /** An exception of the user's own. */
  static final class OwnException extends Exception {
    private static final long serialVersionUID = 1L;
    private final int code;

    OwnException(String message, int code) {
      super(message);
      this.code = code;
    }
  }

  private static long pid(int n) {
    return ProcessHandle.current().pid();
  }

  private static List<Integer> numbers(int n) {
    return IntStream.range(0, n).boxed().toList();
  }

  private static int sum(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).sum();
  }

  private static int total(int n) throws Exception {
    int total = 0;
    for (int i = 1; i <= n; i++) {
      int size = i;
      ResultRef<List<Integer>> numbers = Cashet.current().submit(() -> numbers(size));
      total += Cashet.current().submit(() -> sum(numbers.load())).load();
    }
    return total;
  }

  private static List<ResultRef<List<Integer>>> parts(int n) {
    return List.of(Cashet.current().submit(ProcessClientTest::numbers, n));
  }

  private static int failsInside(int n) {
    return Cashet.current().submit(ProcessClientTest::fails, n).load();
  }

  private static int failsPlainly(int n) {
    return Cashet.current().submit(ProcessClientTest::refuses, n).load();
  }

  private static int refuses(int n) {
    throw new IllegalArgumentException("refused " + n);
  }

  private static int fails(int n) throws OwnException {
    throw new OwnException("no luck with " + n, n);
  }

  private static Thread unkept(int n) {
    System.out.println("tried unkept " + n);
    return new Thread("unkept " + n);
  }

  private static int greedy(int n) {
    byte[][] all = new byte[n][];
    for (int i = 0; i < n; i++) {
      all[i] = new byte[1 << 20];
    }
    return all.length;
  }

  private static int sleepless(int n) {
    while (n > 0) {
      Thread.onSpinWait();
    }
    return n;
  }

  private static ByteStream large(int bytes) {
    return ByteStream.writing(out -> {
      for (int i = 0; i < bytes; i++) {
        out.write(i * 31 >> 3);
      }
    });
  }

  private static String says(String text) {
    System.out.println("said " + text);
    System.err.print("cried " + text);
    return text;
  }

  /** What is called through a proxy. */
  public interface Sums {
    /** A sum. */
    long plus(long a, int b);
  }

  /** An implementation with a field. */
  public static final class Offset implements Sums, java.io.Serializable {
    private static final long serialVersionUID = 1L;
    private final int by = 100;

    @Override
    public long plus(long a, int b) {
      return a + b + by + (ProcessHandle.current().pid() == a ? 0 : 1);
    }
  }

  private static int endless(int n) {
    return Cashet.current().submit(ProcessClientTest::endless, n).load();
  }

  @Test
  void submit_always_runsElsewhereOnce() {
    ResultRef<Long> ref = cashet.submit(ProcessClientTest::pid, 1);
    assertThat(ref.load()).isNotEqualTo(ProcessHandle.current().pid());
    assertThat(ref.commit().run().executor()).isEqualTo("process");
    assertThat(cashet.submit(ProcessClientTest::pid, 1).wasCached()).isTrue();
  }

  @Test
  void submit_oneAfterTheOther_usesTheSameProcess() {
    long first = cashet.submit(ProcessClientTest::pid, 10).load();
    assertThat(cashet.submit(ProcessClientTest::pid, 11).load()).isEqualTo(first);
  }

  @Test
  void submit_whenTheIdleProcessWasKilled_takesAnother() throws Exception {
    long first = cashet.submit(ProcessClientTest::pid, 20).load();
    ProcessHandle process = ProcessHandle.of(first).orElseThrow();
    process.destroyForcibly();
    process.onExit().get();
    assertThat(cashet.submit(ProcessClientTest::pid, 21).load()).isNotEqualTo(first);
  }

  @Test
  void submit_withReferences_loadsThemThereAndKeepsTheLineage() {
    ResultRef<List<Integer>> numbers = cashet.submit(() -> numbers(5));
    ResultRef<Integer> sum = cashet.submit(() -> sum(numbers.load()));
    assertThat(sum.load()).isEqualTo(10);
    assertThat(sum.commit().lineage().inputs())
        .extracting(Commit.Input::blob)
        .containsExactly(numbers.blobDigest());
  }

  @Test
  void submit_fromWithinATask_goesToTheSameStoreUnderTheSameKeys() {
    assertThat(cashet.submit(ProcessClientTest::total, 4).load()).isEqualTo(10);
    assertThat(cashet.isCached(() -> numbers(4))).isTrue();
    ResultRef<List<Integer>> numbers = cashet.submit(() -> numbers(4));
    assertThat(cashet.isCached(() -> sum(numbers.load()))).isTrue();
    assertThat(numbers.commit().run().executor()).isEqualTo("local");
  }

  @Test
  void submit_whenTheResultHoldsReferences_theyComeBackAlive() {
    ResultRef<List<ResultRef<List<Integer>>>> parts = cashet.submit(ProcessClientTest::parts, 3);
    assertThat(parts.load().get(0).load()).containsExactly(0, 1, 2);
  }

  @Test
  void submit_whenTheTaskThrowsAnOwnException_itIsTheCause() {
    TaskException failure =
        catchThrowableOfType(TaskException.class, () -> cashet.submit(ProcessClientTest::fails, 7));
    assertThat(failure).hasCauseInstanceOf(OwnException.class);
    assertThat(((OwnException) failure.getCause()).code).isEqualTo(7);
    assertThat(failure.getCause().getStackTrace()[0].getMethodName()).isEqualTo("fails");
  }

  @Test
  void submit_whenANestedCallFails_theWholeChainOfCausesComesBack() {
    assertThatThrownBy(() -> cashet.submit(ProcessClientTest::failsInside, 8))
        .isInstanceOf(TaskException.class)
        .hasRootCauseMessage("no luck with 8")
        .cause()
        .asString()
        .startsWith(TaskException.class.getName() + ": ");
    assertThatThrownBy(() -> cashet.submit(ProcessClientTest::failsPlainly, 9))
        .isInstanceOf(TaskException.class)
        .hasCauseInstanceOf(TaskException.class)
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void submit_whenTheResultCannotBeKept_isRefusedAfterOneRun() {
    assertThatThrownBy(() -> cashet
            .with(TaskOptions.defaults().retries(3).backoff(Duration.ZERO))
            .submit(ProcessClientTest::unkept, 1))
        .isInstanceOf(UnserializableException.class)
        .hasMessageContaining("java.lang.Thread");
    assertThat(LINES.stream().map(OutputLine::text).filter("tried unkept 1"::equals))
        .hasSize(1);
  }

  @Test
  void submit_whenTheTaskNeedsMoreThanItsHeap_isLostAndTheNextRuns() {
    assertThatThrownBy(() -> cashet.submit(ProcessClientTest::greedy, 100))
        .isInstanceOf(TaskException.class)
        .hasMessageContaining("ran out of memory");
    assertThat(cashet.stats().commits().runningClaims()).isZero();
    assertThat(cashet.submit(ProcessClientTest::greedy, 5).load()).isEqualTo(5);
  }

  @Test
  void submit_whenTheTaskTakesTooLong_throwsInTime() {
    assertThatThrownBy(() -> cashet
            .with(TaskOptions.defaults().timeout(Duration.ofMillis(300)))
            .submit(ProcessClientTest::sleepless, 1))
        .isInstanceOf(TaskTimeoutException.class);
  }

  @Test
  void submit_whenTheResultIsALongRunOfBytes_itIsStoredWithoutBeingInMemory() throws Exception {
    ResultRef<ByteStream> ref = cashet.submit(ProcessClientTest::large, LARGE_BYTES);
    try (InputStream in = ref.load().open()) {
      byte[] bytes = in.readAllBytes();
      assertThat(bytes).hasSize(LARGE_BYTES);
      assertThat(bytes[LARGE_BYTES - 1]).isEqualTo((byte) ((LARGE_BYTES - 1) * 31 >> 3));
    }
  }

  @Test
  void submit_whenTheTaskWrites_itsLinesComeUnderItsName() {
    cashet.submit(ProcessClientTest::says, "words");
    assertThat(LINES)
        .filteredOn(line -> line.text().endsWith(" words"))
        .extracting(OutputLine::task, OutputLine::error, OutputLine::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ProcessClientTest.says", false, "said words"),
            org.assertj.core.groups.Tuple.tuple("ProcessClientTest.says", true, "cried words"));
  }

  @Test
  void proxy_whenCalled_runsElsewhere() {
    long here = ProcessHandle.current().pid();
    assertThat(cashet.proxy(Sums.class, new Offset()).plus(here, 2)).isEqualTo(here + 103);
  }

  @Test
  void submit_whenATaskSubmitsItself_isRefusedWithTheCircle() {
    assertThatThrownBy(() -> cashet.submit(ProcessClientTest::endless, 1))
        .isInstanceOf(TaskException.class)
        .hasMessageContaining("waits for itself")
        .hasMessageContaining("ProcessClientTest.endless");
  }
}
