import dev.cashet.Cashet;
import dev.cashet.InputFile;
import dev.cashet.ResultRef;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * Predicts tomorrow's highest temperature in Seattle and New York from the season and the last days, for a grid of
 * models. The second run is all hits; change one number and only that step and what follows it runs.
 */
public class WeatherSweep {
  static final int[] HARMONICS = {1, 2, 4, 8};
  static final int[] LAGS = {1, 3, 7};
  static final double[] PENALTIES = {0.1, 1, 10};
  static final String TEST_FROM = "2015-01-01";

  record Day(LocalDate date, double highest, double lowest, double rain, double wind) {}

  record Table(List<LocalDate> dates, double[][] columns) {}

  record Score(String model, double error) {}

  public static void main(String[] args) {
    Path home = Path.of(System.getenv().getOrDefault("CASHET_HOME", "."));
    Path data = args.length > 0 ? Path.of(args[0]) : home.resolve("examples/target/data/weather.csv");
    long started = System.nanoTime();
    List<ResultRef<?>> all = new ArrayList<>();
    try (Cashet cashet = Cashet.open()) {
      InputFile file = InputFile.of(data);
      ResultRef<Map<String, List<Day>>> days = cashet.submit(() -> parse(file));
      all.add(days);
      for (String place : days.load().keySet()) {
        ResultRef<Table> table = cashet.submit(() -> normalise(days.load(), place));
        all.add(table);
        List<ResultRef<Score>> scores = new ArrayList<>();
        for (int harmonics : HARMONICS) {
          for (int lags : LAGS) {
            for (double penalty : PENALTIES) {
              scores.add(cashet.submit(() -> fit(table.load(), harmonics, lags, penalty, TEST_FROM)));
            }
          }
        }
        all.addAll(scores);
        print(place, scores);
      }
    }
    summary(all, started);
  }

  /** The file's rows by place. */
  static Map<String, List<Day>> parse(InputFile file) throws IOException {
    Map<String, List<Day>> places = new TreeMap<>();
    try (BufferedReader lines = file.reader()) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",");
        Day day =
            new Day(
                LocalDate.parse(cells[1]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[5]));
        places.computeIfAbsent(cells[0], place -> new ArrayList<>()).add(day);
      }
    }
    return places;
  }

  /** Each column with mean 0 and deviation 1. */
  static Table normalise(Map<String, List<Day>> places, String place) {
    List<Day> days = places.get(place);
    double[][] columns = new double[4][days.size()];
    for (int i = 0; i < days.size(); i++) {
      Day day = days.get(i);
      columns[0][i] = day.highest();
      columns[1][i] = day.lowest();
      columns[2][i] = Math.log1p(day.rain());
      columns[3][i] = day.wind();
    }
    for (double[] column : columns) {
      standardise(column);
    }
    return new Table(days.stream().map(Day::date).toList(), columns);
  }

  static void standardise(double[] column) {
    double mean = 0;
    for (double value : column) {
      mean += value / column.length;
    }
    double variance = 0;
    for (double value : column) {
      variance += (value - mean) * (value - mean) / column.length;
    }
    for (int i = 0; i < column.length; i++) {
      column[i] = (column[i] - mean) / Math.sqrt(variance);
    }
  }

  /** Ridge regression, fitted anew for every day of the test period on all days before it. */
  static Score fit(Table table, int harmonics, int lags, double penalty, String testFrom) {
    LocalDate start = LocalDate.parse(testFrom);
    int width = 1 + 2 * harmonics + lags * table.columns().length;
    RealMatrix normal = new Array2DRowRealMatrix(width, width);
    RealVector moment = new ArrayRealVector(width);
    for (int i = 0; i < width; i++) {
      normal.setEntry(i, i, penalty);
    }
    double squares = 0;
    int tests = 0;
    for (int day = lags; day < table.dates().size(); day++) {
      RealVector features = features(table, day, harmonics, lags);
      double actual = table.columns()[0][day];
      if (!table.dates().get(day).isBefore(start)) {
        RealVector weights = new LUDecomposition(normal).getSolver().solve(moment);
        double error = weights.dotProduct(features) - actual;
        squares += error * error;
        tests++;
      }
      normal = normal.add(features.outerProduct(features));
      moment = moment.add(features.mapMultiply(actual));
    }
    String model = harmonics + " harmonics, " + lags + " days back, penalty " + penalty;
    return new Score(model, Math.sqrt(squares / tests));
  }

  static RealVector features(Table table, int day, int harmonics, int lags) {
    RealVector features = new ArrayRealVector(1 + 2 * harmonics + lags * table.columns().length);
    int at = 0;
    features.setEntry(at++, 1);
    double season = 2 * Math.PI * table.dates().get(day).getDayOfYear() / 365.25;
    for (int h = 1; h <= harmonics; h++) {
      features.setEntry(at++, Math.sin(h * season));
      features.setEntry(at++, Math.cos(h * season));
    }
    for (int lag = 1; lag <= lags; lag++) {
      for (double[] column : table.columns()) {
        features.setEntry(at++, column[day - lag]);
      }
    }
    return features;
  }

  static void print(String place, List<ResultRef<Score>> scores) {
    System.out.println(place);
    scores.stream()
        .sorted((a, b) -> Double.compare(a.load().error(), b.load().error()))
        .limit(3)
        .forEach(
            ref ->
                System.out.printf(
                    "  error %.4f  %-42s %s%n",
                    ref.load().error(), ref.load().model(), ref.wasCached() ? "hit" : "ran"));
  }

  static void summary(List<ResultRef<?>> all, long started) {
    long hits = all.stream().filter(ResultRef::wasCached).count();
    Duration saved =
        all.stream()
            .filter(ResultRef::wasCached)
            .map(ref -> ref.commit().run().duration())
            .reduce(Duration.ZERO, Duration::plus);
    System.out.printf(
        "%d tasks: %d ran, %d hits; took %.2f s, saved %.2f s%n",
        all.size(),
        all.size() - hits,
        hits,
        (System.nanoTime() - started) / 1e9,
        saved.toMillis() / 1e3);
  }
}
