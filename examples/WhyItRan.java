import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import dev.cashet.TaskOptions;
import dev.cashet.history.Change;
import dev.cashet.history.Why;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks why a call would run before it runs, and moves what was computed into another store. */
public class WhyItRan {
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("cashet-why");
    try (Cashet cashet = Cashet.open(folder.resolve("here"))) {
      System.out.println(cashet.why(WhyItRan::train, 100, 0.01));

      ResultRef<Double> model = cashet.submit(WhyItRan::train, 100, 0.01);
      System.out.println(cashet.why(WhyItRan::train, 100, 0.01).isHit());

      Why why = cashet.why(WhyItRan::train, 100, 0.02);
      System.out.println(why);
      for (Change change : why.changes()) {
        System.out.println(
            "  " + change.kind().word() + " " + change.before() + " " + change.after());
      }
      System.out.println(
          cashet.with(TaskOptions.defaults().version("2")).why(WhyItRan::train, 100, 0.01));

      cashet.export(folder.resolve("cache.tar.zst"));
      try (Cashet there = Cashet.open(folder.resolve("there"))) {
        System.out.println(
            there.importArchive(folder.resolve("cache.tar.zst")).commits() + " moved");
        System.out.println(there.submit(WhyItRan::train, 100, 0.01).wasCached());
        System.out.println(there.submit(WhyItRan::train, 100, 0.01).load().equals(model.load()));
      }
    }
  }

  static double train(int steps, double rate) {
    double weight = 1;
    for (int i = 0; i < steps; i++) {
      weight -= rate * weight;
    }
    return weight;
  }
}
