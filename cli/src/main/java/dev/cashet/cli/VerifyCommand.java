package dev.cashet.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cashet.Cashet;
import dev.cashet.store.Problem;
import dev.cashet.store.VerifyReport;
import dev.cashet.store.VerifyRequest;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks the whole store. */
@Command(
    name = "verify",
    description = {
      "Check every result against its digest, every commit against its hash, and all that is",
      "derived from them. Ends with 1 if something is wrong and was not repaired."
    },
    footer = {"", "Example: cashet verify --repair"})
final class VerifyCommand extends StoreCommand {
  @Option(
      names = "--repair",
      description =
          "Move what is damaged to quarantine/, rebuild indexes and counters, and mark lost"
              + " results, so that the next call makes them again.")
  private boolean repair;

  @Override
  int run(Cashet cashet, Output output) throws IOException {
    VerifyRequest request = repair ? VerifyRequest.repairing() : VerifyRequest.checking();
    ProgressLine progress = new ProgressLine(output);
    VerifyReport report = cashet.housekeeping().verify(request.progress(progress::show));
    progress.clear();
    if (output.isJson()) {
      Json.print(output, json -> write(json, report));
    } else {
      print(output, report);
    }
    return report.isRepaired() ? 0 : 1;
  }

  private void print(Output output, VerifyReport report) {
    for (Problem problem : report.problems()) {
      output.line(kind(problem) + " " + Text.oneLine(problem.subject()) + ": "
          + Text.oneLine(problem.found())
          + (problem.isRepaired() ? " (" + Text.oneLine(problem.done()) + ")" : ""));
    }
    if (report.found() > report.problems().size()) {
      output.line("and " + (report.found() - report.problems().size()) + " more");
    }
    output.line(report.commits()
        + " commits and "
        + report.blobs()
        + " objects, "
        + Sizes.of(report.blobBytes())
        + ", checked: "
        + verdict(report));
    if (report.orphans() > 0) {
      output.line(report.orphans() + " objects are named by no commit; gc takes them");
    }
  }

  private String verdict(VerifyReport report) {
    if (report.isClean()) {
      return "all is well";
    }
    String count = report.found() + (report.found() == 1 ? " problem" : " problems");
    if (report.isRepaired()) {
      return count + ", repaired";
    }
    return count + (repair ? ", not all repaired" : "; verify --repair puts right what can be");
  }

  private static void write(JsonGenerator json, VerifyReport report) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("clean", report.isClean());
    json.writeBooleanField("repaired", report.isRepaired());
    json.writeNumberField("checkedCommits", report.commits());
    json.writeNumberField("checkedObjects", report.blobs());
    json.writeNumberField("checkedBytes", report.blobBytes());
    json.writeNumberField("orphanObjects", report.orphans());
    json.writeNumberField("problemCount", report.found());
    json.writeArrayFieldStart("problems");
    for (Problem problem : report.problems()) {
      json.writeStartObject();
      json.writeStringField("kind", kind(problem));
      json.writeStringField("subject", problem.subject());
      json.writeStringField("found", problem.found());
      json.writeStringField("done", problem.isRepaired() ? problem.done() : null);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String kind(Problem problem) {
    return problem.kind().name().toLowerCase(Locale.ROOT);
  }
}
