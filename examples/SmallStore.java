import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import dev.cashet.TaskOptions;
import dev.cashet.maintenance.GcPolicy;
import dev.cashet.maintenance.GcReport;
import dev.cashet.store.VerifyReport;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/** What keeps a store small: a pin for what must stay, tags for what will be wrong, a size for the rest. */
public class SmallStore {
  public static void main(String[] args) {
    try (Cashet cashet = Cashet.open()) {
      ResultRef<double[]> best = cashet.submit(SmallStore::train, 1);
      cashet.pin(best.commitHash(), "best-model");

      TaskOptions january = TaskOptions.defaults().tag("data", "2026-01");
      for (int seed = 2; seed <= 50; seed++) {
        cashet.with(january.ttl(Duration.ofDays(90))).submit(SmallStore::train, seed);
      }
      System.out.println("made " + cashet.stats().commits().total());

      // What would go, and why; nothing goes.
      GcPolicy policy = GcPolicy.defaults().olderThan(Duration.ofDays(30)).maxSize(2_000_000);
      GcReport plan = cashet.gc(policy.dryRun(true));
      System.out.println("would go " + plan.removed().commits());

      GcReport report = cashet.gc(policy);
      System.out.println("below 2 MB " + (report.bytesAfter() <= 2_000_000));

      // The data of January were wrong.
      System.out.println(
          "invalidated some " + (cashet.invalidate(Map.of("data", "2026-01")).commits() > 0));

      // The pin is there still, and its name stands for the hash.
      System.out.println("left " + cashet.stats().commits().total());
      double[] model = cashet.<double[]>get("best-model").load();
      System.out.println("best model has " + model.length);

      VerifyReport check = cashet.verify();
      System.out.println("clean " + check.isClean());
      cashet.unpin("best-model");
    }
    // Or leave it to the client, in the background, for as long as it is open.
    try (Cashet bounded = Cashet.builder().maxSize(1_000_000).build()) {
      for (int seed = 100; seed < 150; seed++) {
        bounded.submit(SmallStore::train, seed);
      }
    }
    try (Cashet cashet = Cashet.open()) {
      System.out.println("bounded " + (cashet.stats().diskBytes() <= 1_000_000));
    }
  }

  static double[] train(int seed) {
    Random random = new Random(seed);
    return random.doubles(10_000).toArray();
  }
}
