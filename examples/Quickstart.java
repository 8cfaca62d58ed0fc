import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/** Three chained tasks on a real computation. The first run computes; the second has all results at once. */
public class Quickstart {
  static final int LIMIT = 100_000_000;

  public static void main(String[] args) {
    long started = System.nanoTime();
    try (Cashet cashet = Cashet.open()) {
      ResultRef<int[]> primes = cashet.submit(() -> primesBelow(LIMIT));
      ResultRef<Map<Integer, Integer>> gaps = cashet.submit(() -> gapsBetween(primes.load()));
      ResultRef<String> answer = cashet.submit(() -> mostFrequent(gaps.load()));

      report("primes", primes);
      report("gaps", gaps);
      report("answer", answer);
      System.out.println(answer.load());
    }
    System.out.printf("took %.2f s; run it again%n", (System.nanoTime() - started) / 1e9);
  }

  /** The sieve of Eratosthenes. */
  static int[] primesBelow(int limit) {
    BitSet composite = new BitSet(limit);
    for (int p = 2; (long) p * p < limit; p = composite.nextClearBit(p + 1)) {
      for (int multiple = p * p; multiple < limit && multiple > 0; multiple += p) {
        composite.set(multiple);
      }
    }
    int[] primes = new int[limit - 2 - composite.cardinality()];
    int at = 0;
    for (int p = 2; at < primes.length; p = composite.nextClearBit(p + 1)) {
      primes[at++] = p;
    }
    return primes;
  }

  /** How often each distance between neighbouring primes occurs. */
  static Map<Integer, Integer> gapsBetween(int[] primes) {
    Map<Integer, Integer> gaps = new TreeMap<>();
    for (int i = 1; i < primes.length; i++) {
      gaps.merge(primes[i] - primes[i - 1], 1, Integer::sum);
    }
    return gaps;
  }

  static String mostFrequent(Map<Integer, Integer> gaps) {
    Map.Entry<Integer, Integer> most =
        gaps.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    return "the most frequent gap is " + most.getKey() + ", " + most.getValue() + " times";
  }

  static void report(String name, ResultRef<?> ref) {
    System.out.printf(
        "%-8s %-6s %,12d bytes  commit %s%n",
        name, ref.wasCached() ? "hit" : "ran", ref.size(), ref.commitHash().substring(0, 12));
  }
}
