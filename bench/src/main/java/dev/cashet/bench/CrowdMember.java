package dev.cashet.bench;

import dev.cashet.Cashet;
import java.nio.file.Path;
import java.time.Duration;

/** One of those who use a store at once; as a program, one that is alone in its process. */
final class CrowdMember {
  /** Each has keys of its own. */
  private static final int KEYS_EACH = 100_000_000;

  private static final int WARM_UP = 2_000;
  private static final int HITS_AMONG = 1_000;

  private final Cashet cashet;
  private final boolean hits;
  private final int first;
  private int next;

  CrowdMember(Cashet cashet, String work, int number) {
    this.cashet = cashet;
    this.hits = work.equals("hit");
    this.first = number * KEYS_EACH;
    this.next = first;
  }

  /** Says {@code ready}, waits for a line, works and says its tally. */
  public static void main(String[] arguments) throws Exception {
    try (Cashet cashet = Cashet.open(Path.of(arguments[0]))) {
      CrowdMember member = new CrowdMember(cashet, arguments[1], Integer.parseInt(arguments[2]));
      member.warmUp();
      System.out.println("ready");
      int start = System.in.read();
      System.out.println(
          start < 0
              ? Tally.NONE.text()
              : member.work(Duration.parse(arguments[3])).text());
    }
  }

  void warmUp() {
    for (int i = 0; i < WARM_UP; i++) {
      call();
    }
  }

  Tally work(Duration time) {
    Tally.Counter counter = new Tally.Counter();
    long begin = System.nanoTime();
    long before = begin;
    while (before - begin < time.toNanos()) {
      call();
      long now = System.nanoTime();
      counter.add(now - before);
      before = now;
    }
    return counter.tally(before - begin);
  }

  private void call() {
    int key = hits ? first + next++ % HITS_AMONG : next++;
    cashet.submit(Workload::reading, "Seattle", key, 0.5);
  }
}
