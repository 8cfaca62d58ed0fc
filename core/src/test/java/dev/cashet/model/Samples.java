package dev.cashet.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records that the worked examples of docs/format show. */
final class Samples {
  static final Digest FUNCTION = Digest.sha256("function");
  static final Digest ARGUMENTS = Digest.sha256("arguments");
  static final Digest OPTIONS = Digest.sha256("options");

  private Samples() {}

  static FunctionRecord record() {
    KeyTree key = new KeyTree(List.of(
        new KeyTree.Part(
            KeyTree.Kind.METHOD, "app.Stats.mean(double[])", Digest.sha256("mean"), List.of(1, 2)),
        new KeyTree.Part(KeyTree.Kind.LIBRARY, "math.jar", Digest.sha256("math"), List.of()),
        new KeyTree.Part(KeyTree.Kind.PLATFORM, "Java 17", Digest.sha256("17"), List.of())));
    return new FunctionRecord(
        new FunctionName("Stats.mean", "app.Stats.mean"),
        FUNCTION,
        key,
        List.of(new Library("math.jar", "3.6.1", Digest.sha256("math"))),
        List.of(new Finding(
            Finding.Category.IMPURITY,
            Finding.Level.NOTE,
            "clock",
            "java.lang.System.nanoTime()",
            List.of("app.Stats.mean(double[])"))),
        Optional.of("double mean(double[] x)"));
  }

  static Commit completed() {
    return commit(
        new Commit.Completed(new BlobRef(Digest.sha256("42"), 2, "cashet/1")),
        new Commit.Lineage(
            List.of(
                new Commit.Input(
                    Digest.sha256("x"), Optional.of(new CommitId(Digest.sha256("its commit")))),
                new Commit.Input(Digest.sha256("y"), Optional.empty())),
            Optional.of(new CommitId(Digest.sha256("parent")))),
        new Commit.Terms(
            Tags.of(Map.of("run", "nightly", "by", "")), Optional.of(Duration.ofHours(1)), false));
  }

  static Commit failed() {
    return commit(
        new Commit.Failed("java.io.IOException", "gone", "java.io.IOException: gone"),
        new Commit.Lineage(List.of(), Optional.empty()),
        new Commit.Terms(Tags.none(), Optional.empty(), true));
  }

  /** A failed run again, under a version and a salt and without two of its parameters. */
  static Commit withOptions() {
    Commit plain = failed();
    Commit.Call call = plain.call();
    KeyOptions options = new KeyOptions(
        Optional.of("2"), Optional.of(Digest.sha256("salt")), List.of("log", "depth"));
    Commit.Run run = plain.run();
    return new Commit(
        new Commit.Call(
            call.name(),
            call.fingerprint(),
            call.function(),
            call.argumentsDigest(),
            call.record(),
            options),
        plain.arguments(),
        new Commit.Run(
            run.completedAt(),
            run.duration(),
            run.attempts(),
            run.executor(),
            run.host(),
            Optional.of(Cause.EXPIRED)),
        plain.outcome(),
        plain.lineage(),
        plain.terms());
  }

  private static Commit commit(Commit.Outcome outcome, Commit.Lineage lineage, Commit.Terms terms) {
    return new Commit(
        new Commit.Call(
            new FunctionName("Stats.mean", "app.Stats.mean"),
            Fingerprint.of(FUNCTION, ARGUMENTS, OPTIONS),
            FUNCTION,
            ARGUMENTS,
            Digest.sha256("record")),
        List.of(new Argument("x", "double[]", "[1.0, 2.0]", Digest.sha256("x"))),
        new Commit.Run(
            Instant.parse("2026-03-01T12:00:00.000000001Z"),
            Duration.ofMillis(1500),
            2,
            "local",
            "host"),
        outcome,
        lineage,
        terms);
  }
}
