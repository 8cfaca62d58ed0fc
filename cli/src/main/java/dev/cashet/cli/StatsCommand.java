package dev.cashet.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cashet.Cashet;
import dev.cashet.store.StoreStats;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Command;

/** Counters of the store. */
@Command(
    name = "stats",
    description = "Show how many commits, how large, and what the cache saved.")
final class StatsCommand extends StoreCommand {
  @Override
  int run(Cashet cashet, Output output) throws IOException {
    StoreStats stats = cashet.stats();
    if (output.isJson()) {
      Json.print(output, json -> write(json, stats));
      return 0;
    }
    line(output, "commits", Long.toString(stats.commits().total()));
    line(output, "  completed", Long.toString(stats.commits().completed()));
    line(output, "  failed", Long.toString(stats.commits().failed()));
    line(output, "running", Long.toString(stats.commits().runningClaims()));
    line(output, "objects", Long.toString(stats.inline().count() + stats.files().count()));
    line(
        output,
        "  inline",
        stats.inline().count() + ", " + Sizes.of(stats.inline().bytes()));
    line(
        output, "  files", stats.files().count() + ", " + Sizes.of(stats.files().bytes()));
    line(output, "on disk", Sizes.of(stats.diskBytes()));
    line(output, "hits", Long.toString(stats.use().hits()));
    line(output, "misses", Long.toString(stats.use().misses()));
    line(output, "time saved", Times.span(stats.use().timeSaved()));
    return 0;
  }

  private static void write(JsonGenerator json, StoreStats stats) throws IOException {
    json.writeStartObject();
    json.writeNumberField("totalCommits", stats.commits().total());
    json.writeNumberField("completedCommits", stats.commits().completed());
    json.writeNumberField("failedCommits", stats.commits().failed());
    json.writeNumberField("runningClaims", stats.commits().runningClaims());
    json.writeNumberField(
        "storedObjects", stats.inline().count() + stats.files().count());
    json.writeNumberField("diskBytes", stats.diskBytes());
    json.writeNumberField("blobObjects", stats.files().count());
    json.writeNumberField("blobBytes", stats.files().bytes());
    json.writeNumberField("inlineObjects", stats.inline().count());
    json.writeNumberField("inlineBytes", stats.inline().bytes());
    json.writeNumberField("hits", stats.use().hits());
    json.writeNumberField("misses", stats.use().misses());
    json.writeNumberField("timeSavedMillis", stats.use().timeSaved().toMillis());
    json.writeEndObject();
  }

  private static void line(Output output, String name, String value) {
    output.line(String.format(Locale.ROOT, "%-12s %s", name, value));
  }
}
