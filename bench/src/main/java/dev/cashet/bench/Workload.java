package dev.cashet.bench;

import java.util.List;
import java.util.SplittableRandom;

/** The functions that are measured: they cost nothing themselves. */
final class Workload {
  record Reading(String station, int year, double mean, double deviation, boolean checked) {}

  private Workload() {}

  static Reading reading(String station, int year, double mean) {
    return new Reading(station, year, mean, mean / 10, true);
  }

  static int increment(int x) {
    return x + 1;
  }

  static double sum(List<Double> values) {
    return values.isEmpty() ? 0 : values.get(0);
  }

  /** Bytes that do not compress, the same for the same seed. */
  static byte[] random(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }
}
