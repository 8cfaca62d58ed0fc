package dev.cashet.cli;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people read them: powers of 1,000, as disks are sold. */
final class Sizes {
  private static final Pattern SIZE =
      Pattern.compile("(\\d{1,18}(?:\\.\\d{1,9})?)\\s*(b|[kmgtp]i?b?)?", Pattern.CASE_INSENSITIVE);
  private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB"};

  private Sizes() {}

  /** A number of bytes with an optional unit; anything else, a sign too, is refused. */
  static long parse(String option, String text) {
    Matcher size = SIZE.matcher(text.strip());
    if (size.matches()) {
      BigDecimal bytes = new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(unit(size)));
      if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
        return bytes.longValue();
      }
    }
    throw new IllegalArgumentException(
        option + ": '" + text + "' is no size: give for example 500MB, 1.5GB, 64MiB or 0");
  }

  private static long unit(Matcher size) {
    String unit = size.group(2) == null ? "" : size.group(2).toLowerCase(Locale.ROOT);
    int power = unit.isEmpty() ? 0 : "kmgtp".indexOf(unit.charAt(0)) + 1; // 0 for bytes
    long base = unit.contains("i") ? 1024 : 1000;
    long bytes = 1;
    for (int i = 0; i < power; i++) {
      bytes *= base;
    }
    return bytes;
  }

  static String of(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = -1;
    while (value >= 999.5 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
  }
}
