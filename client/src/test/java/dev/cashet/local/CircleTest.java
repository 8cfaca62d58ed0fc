package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.Cashet;
import dev.cashet.TaskOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that would wait for each other for ever are refused, whichever way the circle goes. */
class CircleTest {
  private static final int PATIENCE_SECONDS = 30;

  // What the tasks below reach; set before each test.
  private static volatile Cashet client;
  private static volatile Cashet otherClient;
  private static volatile ExecutorService pool;
  private static volatile CyclicBarrier together;

  @TempDir
  private Path directory;

  private final ExecutorService callers = Executors.newCachedThreadPool();

  @BeforeEach
  void open() {
    client = Cashet.open(directory);
    otherClient = Cashet.open(directory);
    pool = Executors.newFixedThreadPool(2);
  }

  @AfterEach
  void close() {
    callers.shutdownNow();
    pool.shutdownNow();
    client.close();
    otherClient.close();
  }

  private static String left(int parties) throws Exception {
    together.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return client.submit(CircleTest::right, parties).load();
  }

  /** Other code than the left one: two functions of one meaning are one. */
  private static String right(int parties) throws Exception {
    together.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return client.submit(CircleTest::left, parties).load() + "right";
  }

  @Test
  void submit_whenTwoThreadsWaitForEachOther_refusesOneWithTheCircle() throws Exception {
    together = new CyclicBarrier(2);

    List<Throwable> errors =
        errors(() -> client.submit(CircleTest::left, 2), () -> client.submit(CircleTest::right, 2));

    assertThat(errors)
        .hasSize(2)
        .allSatisfy(
            error -> assertThat(error).rootCause().hasMessageContaining("waits for itself"));
    assertThat(errors)
        .anySatisfy(error -> assertThat(error)
            .rootCause()
            .hasMessageMatching(
                "a task waits for itself: CircleTest.(left → CircleTest.right → CircleTest.left"
                    + "|right → CircleTest.left → CircleTest.right) is the same call again"));
  }

  private static int ring(int n, int size) throws Exception {
    together.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return client.submit(() -> indirect((n + 1) % size, size)).load() + 1;
  }

  private static int indirect(int n, int size) {
    return client.submit(CircleTest::ring, n, size).load();
  }

  @Test
  void submit_whenManyThreadsWaitInARing_refusesOneWithTheCircle() throws Exception {
    int size = 6;
    together = new CyclicBarrier(size);
    List<Callable<?>> calls = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int n = i;
      calls.add(() -> client.submit(CircleTest::ring, n, size));
    }

    List<Throwable> errors = errors(calls.toArray(Callable[]::new));

    assertThat(errors)
        .hasSize(size)
        .allSatisfy(
            error -> assertThat(error).rootCause().hasMessageContaining("waits for itself"));
  }

  private static int handedOn(int n) throws Exception {
    Callable<Integer> again = () -> client.submit(CircleTest::handedOn, n).load();
    return pool.submit(Cashet.carry(again)).get();
  }

  @Test
  void submit_whenAThreadOfTheTaskSubmitsTheTask_isRefused() {
    assertThatThrownBy(() -> client.submit(CircleTest::handedOn, 1))
        .rootCause()
        .hasMessage("a task waits for itself: CircleTest.handedOn → CircleTest.handedOn is the same"
            + " call again");
  }

  private static int throughAnotherClient(int n) {
    return otherClient.submit(CircleTest::throughAnotherClient, n).load();
  }

  @Test
  void submit_whenATaskSubmitsItselfThroughAnotherClient_isRefused() {
    assertThatThrownBy(() -> client.submit(CircleTest::throughAnotherClient, 1))
        .rootCause()
        .hasMessageContaining("a task waits for itself: CircleTest.throughAnotherClient (process "
            + ProcessHandle.current().pid()
            + ") → CircleTest.throughAnotherClient is the same call again");
  }

  private static String leftHere(int n) throws Exception {
    together.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return client.submit(CircleTest::rightThere, n).load();
  }

  private static String rightThere(int n) throws Exception {
    together.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return otherClient.submit(CircleTest::leftHere, n).load();
  }

  @Test
  void submit_whenTasksOfTwoClientsWaitForEachOther_refusesOne() throws Exception {
    together = new CyclicBarrier(2);

    List<Throwable> errors = errors(
        () -> client.submit(CircleTest::leftHere, 1),
        () -> otherClient.submit(CircleTest::rightThere, 1));

    assertThat(errors)
        .hasSize(2)
        .allSatisfy(error -> assertThat(error).hasStackTraceContaining("a task waits for itself"));
  }

  private static int uncachedAgain(int n) {
    return client
        .with(TaskOptions.defaults().cache(false))
        .submit(CircleTest::uncachedAgain, n)
        .load();
  }

  @Test
  void submit_whenAnUncachedTaskSubmitsItself_isRefused() {
    assertThatThrownBy(() ->
            client.with(TaskOptions.defaults().cache(false)).submit(CircleTest::uncachedAgain, 1))
        .rootCause()
        .hasMessageContaining("a task waits for itself");
  }

  private static int shared(int n) throws Exception {
    together.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return n;
  }

  private static int user(int n) {
    return client.submit(CircleTest::shared, 0).load() + n;
  }

  @Test
  void submit_whenManyTasksWaitForOneThatWaitsForNobody_isNoCircle() throws Exception {
    together = new CyclicBarrier(2);
    List<Future<Integer>> users = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      int n = i;
      users.add(callers.submit(() -> client.submit(CircleTest::user, n).load()));
    }

    together.await(PATIENCE_SECONDS, TimeUnit.SECONDS);

    for (int i = 0; i < users.size(); i++) {
      assertThat(users.get(i).get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(i);
    }
  }

  private List<Throwable> errors(Callable<?>... calls) throws Exception {
    List<Future<?>> running = new ArrayList<>();
    for (Callable<?> call : calls) {
      running.add(callers.submit(call));
    }
    List<Throwable> errors = new ArrayList<>();
    for (Future<?> each : running) {
      try {
        each.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (java.util.concurrent.ExecutionException e) {
        errors.add(e.getCause());
      }
    }
    return errors;
  }
}
