package dev.cashet.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What several programs recorded of their submissions, one line each: {@code KEY BEGIN END HOW COMMIT}, with times of the
 * machine's one steady clock in nanoseconds.
 */
final class Histories {
  private final Map<Integer, List<Event>> byKey = new TreeMap<>();

  /** One submission. */
  private record Event(int key, long begin, long end, boolean ran, String commit) {}

  /** Adds what one program recorded. */
  void read(Path file) throws IOException {
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      String[] words = line.split(" ", -1);
      Event event = new Event(
          Integer.parseInt(words[0]),
          Long.parseLong(words[1]),
          Long.parseLong(words[2]),
          words[3].equals("ran"),
          words[4]);
      byKey.computeIfAbsent(event.key(), key -> new ArrayList<>()).add(event);
    }
  }

  /** Every key has one accepted result, made once, and nobody who came after it was there saw anything else. */
  void requireOneResultEach(int keys, int programs) {
    assertThat(byKey).hasSize(keys);
    byKey.forEach((key, events) -> {
      assertThat(events).as("submissions of " + key).hasSize(programs);
      assertThat(events.stream().map(Event::commit).distinct())
          .as("accepted results of " + key)
          .hasSize(1);
      List<Event> runs = events.stream().filter(Event::ran).toList();
      assertThat(runs).as("runs of " + key).hasSize(1);
      long firstEnd = events.stream().mapToLong(Event::end).min().orElseThrow();
      assertThat(runs.get(0).begin())
          .as("the run of " + key + " begins before anyone has its result")
          .isLessThanOrEqualTo(firstEnd);
    });
  }
}
