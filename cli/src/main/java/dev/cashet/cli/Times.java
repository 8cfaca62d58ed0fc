package dev.cashet.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times and spans as people write and read them. */
final class Times {
  private static final Clock CLOCK = Clock.systemDefaultZone();
  private static final Pattern AGE = Pattern.compile("(\\d{1,9})\\s*(s|m|h|d|w)");
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private Times() {}

  /** An instant, a local date with or without time, or an age before now. */
  static Instant parse(String option, String text) {
    Matcher age = AGE.matcher(text.strip());
    if (age.matches()) {
      return CLOCK.instant().minus(span(age));
    }
    try {
      ZoneId zone = CLOCK.getZone();
      if (text.endsWith("Z")) {
        return Instant.parse(text);
      }
      return text.contains("T")
          ? LocalDateTime.parse(text).atZone(zone).toInstant()
          : LocalDate.parse(text).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          option
              + ": '"
              + text
              + "' is no time: give 2026-01-31, 2026-01-31T12:00:00, 2026-01-31T12:00:00Z or an age"
              + " such as 90s, 2h, 30d",
          e);
    }
  }

  static Instant now() {
    return CLOCK.instant();
  }

  /** An age such as 90s, 2h or 30d; anything else, a sign too, is refused. */
  static Duration age(String option, String text) {
    Matcher age = AGE.matcher(text.strip());
    if (!age.matches()) {
      throw new IllegalArgumentException(
          option + ": '" + text + "' is no age: give for example 90s, 15m, 2h, 30d or 8w");
    }
    return span(age);
  }

  /** In the zone of the one who reads. */
  static String local(Instant instant) {
    return SHOWN.format(instant.atZone(CLOCK.getZone()));
  }

  /** For example {@code 3 min ago}. */
  static String ago(Instant instant) {
    Duration age = Duration.between(instant, CLOCK.instant());
    if (age.isNegative()) {
      return local(instant);
    }
    if (age.toSeconds() < 60) {
      return age.toSeconds() + " s ago";
    }
    if (age.toMinutes() < 60) {
      return age.toMinutes() + " min ago";
    }
    if (age.toHours() < 48) {
      return age.toHours() + " h ago";
    }
    return age.toDays() + " d ago";
  }

  /** For example {@code 1.25 s}. */
  static String span(Duration span) {
    double seconds = span.toNanos() / 1e9;
    if (seconds < 0.001) {
      return String.format(Locale.ROOT, "%.0f µs", seconds * 1e6);
    }
    if (seconds < 1) {
      return String.format(Locale.ROOT, "%.0f ms", seconds * 1e3);
    }
    if (seconds < 120) {
      return String.format(Locale.ROOT, "%.2f s", seconds);
    }
    if (seconds < 7200) {
      return String.format(Locale.ROOT, "%.1f min", seconds / 60);
    }
    return String.format(Locale.ROOT, "%.1f h", seconds / 3600);
  }

  private static Duration span(Matcher age) {
    long number = Long.parseLong(age.group(1));
    return switch (age.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      case "d" -> Duration.ofDays(number);
      default -> Duration.ofDays(7 * number);
    };
  }
}
