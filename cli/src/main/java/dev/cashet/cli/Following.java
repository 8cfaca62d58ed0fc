package dev.cashet.cli;

import dev.cashet.Cashet;
import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.store.LogQuery;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Commits as they are made, until nobody reads any more or the process is told to stop. */
final class Following {
  private static final Duration PAUSE = Duration.ofMillis(400);

  /** Commits can be told a little out of order: each machine has its clock, each run its end. */
  private static final Duration OVERLAP = Duration.ofSeconds(10);

  private final Cashet cashet;
  private final Output output;
  private final LogQuery query;
  private final Set<CommitId> printed = new HashSet<>();

  Following(Cashet cashet, Output output, LogQuery query) {
    this.cashet = cashet;
    this.output = output;
    this.query = query;
  }

  int run() throws IOException {
    List<Commit> first = cashet.log(query);
    Instant newest = first.isEmpty() ? Times.now() : first.get(0).run().completedAt();
    // What is older than the first page is not news, though it lies within the overlap.
    cashet.log(unlimited(newest)).forEach(commit -> printed.add(commit.id()));
    first.forEach(commit -> printed.remove(commit.id()));
    print(first);
    while (!output.isBroken()) {
      try {
        TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return 0;
      }
      List<Commit> news = cashet.log(unlimited(newest));
      print(news);
      if (!news.isEmpty() && news.get(0).run().completedAt().isAfter(newest)) {
        newest = news.get(0).run().completedAt();
      }
      Set<CommitId> recent = new HashSet<>();
      news.forEach(commit -> recent.add(commit.id()));
      if (!news.isEmpty()) {
        printed.retainAll(recent);
      }
    }
    return 0;
  }

  private LogQuery unlimited(Instant newest) {
    LogQuery since = query.since(newest.minus(OVERLAP));
    return new LogQuery(
        since.function(),
        since.fingerprint(),
        since.status(),
        since.tags(),
        since.window(),
        10_000);
  }

  private void print(List<Commit> newestFirst) throws IOException {
    List<Commit> commits = new ArrayList<>();
    for (Commit commit : newestFirst) {
      if (printed.add(commit.id())) {
        commits.add(commit);
      }
    }
    Collections.reverse(commits);
    if (output.isJson()) {
      for (Commit commit : commits) {
        Json.printLine(output, json -> CommitJson.write(json, cashet.show(commit)));
      }
    } else {
      CommitTable.print(output, commits);
    }
    output.flush();
  }
}
