package dev.cashet.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cashet.Cashet;
import dev.cashet.model.Commit;
import dev.cashet.store.LogQuery;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Commits, newest first. */
@Command(
    name = "log",
    aliases = "list",
    description = "List commits, newest first.",
    footer = {
      "",
      "Examples:",
      "  cashet log -f Pipeline.train -n 5 -t run=nightly",
      "  cashet log --follow"
    })
final class LogCommand extends StoreCommand {
  @Option(
      names = {"-f", "--func"},
      paramLabel = "NAME",
      description = "Only this function: simple, qualified or bare method name.")
  private @Nullable String function;

  @Option(
      names = {"-n", "--limit"},
      paramLabel = "N",
      defaultValue = "20",
      description = "At most N commits (default 20).")
  private int limit = 20;

  @Option(
      names = {"-s", "--status"},
      paramLabel = "STATUS",
      description = "completed, failed, expired.")
  private Commit.@Nullable Status status;

  @Option(
      names = {"-t", "--tag"},
      paramLabel = "KEY[=VALUE]",
      description = "Only commits with this tag; may be given more than once.")
  private List<String> tags = List.of();

  @Option(
      names = "--since",
      paramLabel = "WHEN",
      description = "Completed since: an instant, a date, or an age such as 2h or 30d.")
  private @Nullable String since;

  @Option(
      names = "--follow",
      description =
          "Go on printing commits as they are made, newest last; with --json one per line.")
  private boolean follow;

  @Override
  boolean isLong() {
    return !follow;
  }

  @Override
  int run(Cashet cashet, Output output) throws IOException {
    if (follow) {
      return new Following(cashet, output, query()).run();
    }
    List<Commit> commits = cashet.log(query());
    if (output.isJson()) {
      Json.print(output, json -> write(json, cashet, commits));
      return 0;
    }
    if (commits.isEmpty()) {
      output.complain("no commits" + (isNarrowed() ? " match" : "") + " in " + cashet.location());
      return 0;
    }
    CommitTable.print(output, commits);
    return 0;
  }

  static void write(JsonGenerator json, Cashet cashet, List<Commit> commits) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("commits");
    for (Commit commit : commits) {
      CommitJson.write(json, cashet.show(commit));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private boolean isNarrowed() {
    return function != null || status != null || !tags.isEmpty() || since != null;
  }

  private LogQuery query() {
    if (limit < 0) {
      throw new IllegalArgumentException("--limit: cannot be negative: " + limit);
    }
    LogQuery query = LogQuery.newest(limit);
    if (function != null) {
      query = query.function(function);
    }
    if (status != null) {
      query = query.status(status);
    }
    for (String tag : tags) {
      int equals = tag.indexOf('=');
      query = equals < 0
          ? query.tag(tag)
          : query.tag(tag.substring(0, equals), tag.substring(equals + 1));
    }
    return since == null ? query : query.since(Times.parse("--since", since));
  }
}
