package dev.cashet.cli;

import dev.cashet.archive.ArchiveReport;
import java.io.IOException;

/** What an export or import did, for people and as JSON. */
final class ArchivePrinter {
  private static final int SHOWN = 10;

  private ArchivePrinter() {}

  static void print(Output output, ArchiveReport report, String done) throws IOException {
    if (output.isJson()) {
      json(output, report);
      return;
    }
    output.line(Colors.good(output, done) + "  " + report.commits() + " commits, "
        + report.objects() + " objects, " + Sizes.of(report.bytes()));
    if (report.present() > 0) {
      output.line(Colors.faint(output, report.present() + " commits were there already"));
    }
    for (ArchiveReport.Skipped each :
        report.skipped().subList(0, Math.min(SHOWN, report.skipped().size()))) {
      output.complain("left out: " + Text.oneLine(each.name() + ": " + each.reason()));
    }
    if (report.skippedCount() > SHOWN) {
      output.complain("and " + (report.skippedCount() - SHOWN) + " more; --json lists them");
    }
  }

  private static void json(Output output, ArchiveReport report) throws IOException {
    Json.print(output, json -> {
      json.writeStartObject();
      json.writeNumberField("commits", report.commits());
      json.writeNumberField("objects", report.objects());
      json.writeNumberField("present", report.present());
      json.writeNumberField("bytes", report.bytes());
      json.writeNumberField("skippedCount", report.skippedCount());
      json.writeArrayFieldStart("skipped");
      for (ArchiveReport.Skipped each : report.skipped()) {
        json.writeStartObject();
        json.writeStringField("name", each.name());
        json.writeStringField("reason", each.reason());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }
}
