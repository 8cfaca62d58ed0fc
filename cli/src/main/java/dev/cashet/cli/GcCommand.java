package dev.cashet.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cashet.Cashet;
import dev.cashet.maintenance.Eviction;
import dev.cashet.maintenance.GcPolicy;
import dev.cashet.maintenance.GcReport;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets results go that have expired, were not used for long, or are too much. */
@Command(
    name = "gc",
    description = {
      "Remove results that have expired, and what no commit names.",
      "With options also what was not used for long, or what is too much. Pinned commits stay."
    },
    footer = {
      "",
      "Examples: cashet gc --older-than 30d",
      "          cashet gc --max-size 1GB --dry-run"
    })
final class GcCommand extends StoreCommand {
  @Option(
      names = "--older-than",
      paramLabel = "AGE",
      description = "Also commits that were not used for so long: 90s, 2h, 30d.")
  private @Nullable String olderThan;

  @Option(
      names = "--max-size",
      paramLabel = "SIZE",
      description =
          "Also as many commits as it takes to bring the store down to this size: 500MB, 1GB.")
  private @Nullable String maxSize;

  @Option(
      names = "--policy",
      paramLabel = "ORDER",
      defaultValue = "lru",
      description = "Who goes first with --max-size: lru, not used for longest; cost, cheapest to"
          + " compute again for its size.")
  private GcPolicy.Order order = GcPolicy.Order.LRU;

  @Option(
      names = "--grace",
      paramLabel = "AGE",
      description =
          "Leave what no commit names alone for so long after it was written (default 1h).")
  private @Nullable String grace;

  @Option(names = "--dry-run", description = "List what would go and why; remove nothing.")
  private boolean dryRun;

  @Override
  int run(Cashet cashet, Output output) throws IOException {
    GcPolicy policy = GcPolicy.defaults().order(order).dryRun(dryRun);
    if (olderThan != null) {
      policy = policy.olderThan(Times.age("--older-than", olderThan));
    }
    if (maxSize != null) {
      policy = policy.maxSize(Sizes.parse("--max-size", maxSize));
    }
    if (grace != null) {
      policy = policy.grace(Times.age("--grace", grace));
    }
    GcReport report = cashet.gc(policy);
    if (output.isJson()) {
      Json.print(output, json -> write(json, report));
    } else {
      print(output, report);
    }
    return 0;
  }

  private static void print(Output output, GcReport report) {
    if (report.dryRun()) {
      for (Eviction eviction : report.evictions()) {
        output.line(String.format(
            Locale.ROOT,
            "%s  %-8s %8s  used %s, %d hits  %s",
            eviction.candidate().commit().shortHex(),
            reason(eviction),
            Sizes.of(eviction.freedBytes()),
            Times.ago(eviction.candidate().lastUse()),
            eviction.candidate().hits(),
            Text.oneLine(eviction.candidate().function())));
      }
      if (report.removed().commits() > report.evictions().size()) {
        long more = report.removed().commits() - report.evictions().size();
        output.line("and " + more + " more");
      }
    }
    output.line((report.dryRun() ? "would remove " : "removed ")
        + Removals.text(report.removed())
        + "; on disk "
        + Sizes.of(report.bytesBefore())
        + " before, "
        + Sizes.of(report.bytesAfter())
        + (report.dryRun() ? " then" : " now"));
  }

  private static void write(JsonGenerator json, GcReport report) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("dryRun", report.dryRun());
    Removals.fields(json, report.removed());
    json.writeNumberField("orphanObjects", report.swept().blobs());
    json.writeNumberField("orphanBytes", report.swept().bytes());
    json.writeNumberField("diskBytesBefore", report.bytesBefore());
    json.writeNumberField("diskBytesAfter", report.bytesAfter());
    json.writeArrayFieldStart("evictions");
    for (Eviction eviction : report.evictions()) {
      json.writeStartObject();
      json.writeStringField("hash", eviction.candidate().commit().hex());
      json.writeStringField("shortHash", eviction.candidate().commit().shortHex());
      json.writeStringField("function", eviction.candidate().function());
      json.writeStringField("reason", reason(eviction));
      json.writeStringField("lastUsedAt", eviction.candidate().lastUse().toString());
      json.writeNumberField("hits", eviction.candidate().hits());
      json.writeNumberField("freedBytes", eviction.freedBytes());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String reason(Eviction eviction) {
    return eviction.reason().name().toLowerCase(Locale.ROOT);
  }
}
