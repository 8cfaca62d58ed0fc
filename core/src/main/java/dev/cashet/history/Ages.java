package dev.cashet.history;

import java.time.Duration;

/** Spans of time as people say them. */
final class Ages {
  private Ages() {}

  static String of(Duration exact) {
    Duration age = exact.plusMillis(500);
    if (age.toSeconds() < 120) {
      return age.toSeconds() + " s";
    }
    if (age.toMinutes() < 120) {
      return age.toMinutes() + " min";
    }
    return age.toHours() < 48 ? age.toHours() + " h" : age.toDays() + " d";
  }
}
