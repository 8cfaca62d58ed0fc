package dev.cashet.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One run of a function, for ever: immutable, and named by the SHA-256 of its canonical content, so that any change
 * shows. Everything in it is a fact of the run; how its result lies in a store is not.
 *
 * @param call what was run
 * @param arguments with what, in order
 * @param run when, how long and where
 * @param outcome what came of it
 * @param lineage what it was made from
 * @param terms the words and rules given by the caller
 */
public record Commit(
    Call call, List<Argument> arguments, Run run, Outcome outcome, Lineage lineage, Terms terms) {

  /** Copies the list. */
  public Commit {
    arguments = List.copyOf(arguments);
  }

  /**
   * What was run.
   *
   * @param name the function's names
   * @param fingerprint the key of the call
   * @param function the identity of the code
   * @param argumentsDigest the identity of all arguments together
   * @param record the digest of the stored {@link FunctionRecord}
   * @param options what else is in the key
   */
  public record Call(
      FunctionName name,
      Fingerprint fingerprint,
      Digest function,
      Digest argumentsDigest,
      Digest record,
      KeyOptions options) {
    /** A call whose key is made of code and arguments alone. */
    public Call(
        FunctionName name,
        Fingerprint fingerprint,
        Digest function,
        Digest argumentsDigest,
        Digest record) {
      this(name, fingerprint, function, argumentsDigest, record, KeyOptions.NONE);
    }
  }

  /**
   * When, how long and where.
   *
   * @param completedAt when it ended, by the clock of its machine
   * @param duration of the last attempt
   * @param attempts 1 or more
   * @param executor the name of the executor
   * @param host the machine's name
   * @param cause why an earlier run of the same key would not do
   */
  public record Run(
      Instant completedAt,
      Duration duration,
      int attempts,
      String executor,
      String host,
      Optional<Cause> cause) {
    /** The first run of its key. */
    public Run(Instant completedAt, Duration duration, int attempts, String executor, String host) {
      this(completedAt, duration, attempts, executor, host, Optional.empty());
    }

    /** Checks the numbers. */
    public Run {
      if (attempts < 1) {
        throw new IllegalArgumentException("a run has at least one attempt, not " + attempts);
      }
      if (duration.isNegative()) {
        throw new IllegalArgumentException("a run cannot last " + duration);
      }
    }
  }

  /** What came of a run. */
  public sealed interface Outcome permits Completed, Failed {}

  /**
   * The function returned.
   *
   * @param output its result
   * @param classNames the classes, beyond the platform's, of the objects in the result
   */
  public record Completed(BlobRef output, List<String> classNames) implements Outcome {
    /** Copies the list. */
    public Completed {
      classNames = List.copyOf(classNames);
    }

    /** A result of the platform's own values. */
    public Completed(BlobRef output) {
      this(output, List.of());
    }
  }

  /**
   * The function threw, timed out or was lost, or its result could not be stored.
   *
   * @param type class name of the error
   * @param message its message; empty if it has none
   * @param trace the full stack trace as text
   */
  public record Failed(String type, String message, String trace) implements Outcome {}

  /**
   * A result that went into the run.
   *
   * @param blob its digest
   * @param commit the commit that made it, if known
   */
  public record Input(Digest blob, Optional<CommitId> commit) {}

  /**
   * What a run was made from.
   *
   * @param inputs results that went in as arguments, each once, in order of first use
   * @param parent the commit of the same call before this one
   */
  public record Lineage(List<Input> inputs, Optional<CommitId> parent) {
    /** Copies the list. */
    public Lineage {
      inputs = List.copyOf(inputs);
    }
  }

  /**
   * The words and rules given by the caller.
   *
   * @param tags the tags at the time of the run
   * @param ttl how long after completion the result may be served; empty for ever
   * @param servable false for a run that asked never to be served later
   */
  public record Terms(Tags tags, Optional<Duration> ttl, boolean servable) {
    /** Checks the time to live. */
    public Terms {
      if (ttl.isPresent() && (ttl.get().isNegative() || ttl.get().isZero())) {
        throw new IllegalArgumentException("ttl: must be positive, not " + ttl.get());
      }
    }
  }

  /** The name of this commit; computed from the content at each call. */
  public CommitId id() {
    return new CommitId(Digest.sha256(encode()));
  }

  /** The canonical content, specified in docs/format/commit.md. */
  public byte[] encode() {
    return CommitFormat.encode(this);
  }

  /**
   * Reads a commit and checks its name.
   *
   * @param id the name under which it was kept
   * @param content its canonical content
   * @throws MalformedRecordException if the content is not a commit, or is another than the one of that name
   */
  public static Commit decode(CommitId id, byte[] content) {
    return CommitFormat.decode(id, content);
  }

  /** The result, if the run completed. */
  public Optional<BlobRef> output() {
    return outcome instanceof Completed completed
        ? Optional.of(completed.output())
        : Optional.empty();
  }

  /** When the result stops being served; empty for never. */
  public Optional<Instant> expiresAt() {
    return terms.ttl().map(ttl -> run.completedAt().plus(ttl));
  }

  /** Whether the result may be served at this moment: completed, meant to be served, not expired. */
  public boolean isServableAt(Instant now) {
    return outcome instanceof Completed
        && terms.servable()
        && expiresAt().map(now::isBefore).orElse(true);
  }

  /** The status at this moment, as SPEC section 7 names it. */
  public Status statusAt(Instant now) {
    if (outcome instanceof Failed) {
      return Status.FAILED;
    }
    return expiresAt().map(now::isBefore).orElse(true) ? Status.COMPLETED : Status.EXPIRED;
  }

  /** What people see of a commit or a claim. */
  public enum Status {
    /** It has a result. */
    COMPLETED,
    /** It has an error. */
    FAILED,
    /** Someone is at it. */
    RUNNING,
    /** It has a result that is no longer served. */
    EXPIRED
  }
}
