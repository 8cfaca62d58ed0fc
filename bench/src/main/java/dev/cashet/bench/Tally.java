package dev.cashet.bench;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How many calls took how long.
 *
 * @param nanos how long it was counted
 * @param worstNanos the longest
 * @param buckets how many took from 2^(i/4) nanoseconds on
 */
record Tally(long nanos, long worstNanos, long[] buckets) {
  private static final int BUCKETS = 4 * 40;

  static final Tally NONE = new Tally(0, 0, new long[BUCKETS]);

  /** Counts. */
  static final class Counter {
    private final long[] buckets = new long[BUCKETS];
    private long worst;

    void add(long nanos) {
      buckets[bucket(nanos)]++;
      worst = Math.max(worst, nanos);
    }

    Tally tally(long nanos) {
      return new Tally(nanos, worst, buckets);
    }

    private static int bucket(long nanos) {
      int log = (int) (4 * Math.log(Math.max(1, nanos)) / Math.log(2));
      return Math.min(log, BUCKETS - 1);
    }
  }

  long calls() {
    return Arrays.stream(buckets).sum();
  }

  /** The time within which this share of the calls ended, to about a fifth. */
  double nanosOf(double share) {
    long left = (long) (calls() * share);
    int i = 0;
    while (i < BUCKETS - 1 && left >= buckets[i]) {
      left -= buckets[i];
      i++;
    }
    return Math.pow(2, (i + 1) / 4.0);
  }

  Tally and(Tally other) {
    long[] sum = buckets.clone();
    for (int i = 0; i < BUCKETS; i++) {
      sum[i] += other.buckets[i];
    }
    return new Tally(Math.max(nanos, other.nanos), Math.max(worstNanos, other.worstNanos), sum);
  }

  String text() {
    return nanos + " " + worstNanos + " "
        + Arrays.stream(buckets).mapToObj(Long::toString).collect(Collectors.joining(" "));
  }

  static Tally parse(String text) {
    long[] numbers = Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
    return new Tally(numbers[0], numbers[1], Arrays.copyOfRange(numbers, 2, numbers.length));
  }
}
