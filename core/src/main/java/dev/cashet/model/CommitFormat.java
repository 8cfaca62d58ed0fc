package dev.cashet.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A commit as bytes and back: docs/format/commit.md says the same in words. */
final class CommitFormat {
  private static final String WHAT = "commit";

  /** Without the fields from 22 on a commit has the first format, so that versions before them read it. */
  private static final int FIRST = 1;

  private static final int WITH_KEY = 2;

  private CommitFormat() {}

  static byte[] encode(Commit commit) {
    Commit.Call call = commit.call();
    FieldWriter out = new FieldWriter();
    out.number(1, version(commit))
        .text(2, call.name().shortName())
        .text(3, call.name().qualifiedName())
        .number(4, call.fingerprint().scheme())
        .digest(5, call.fingerprint().digest())
        .digest(6, call.function())
        .digest(7, call.argumentsDigest())
        .digest(8, call.record());
    commit.arguments().forEach(argument -> out.bytes(9, encodeArgument(argument)));
    Commit.Run run = commit.run();
    out.instant(10, run.completedAt())
        .duration(11, run.duration())
        .number(12, run.attempts())
        .text(13, run.executor())
        .text(14, run.host());
    if (commit.outcome() instanceof Commit.Completed completed) {
      out.bytes(15, encodeOutput(completed));
    } else if (commit.outcome() instanceof Commit.Failed failed) {
      out.bytes(16, encodeFailure(failed));
    }
    commit.lineage().inputs().forEach(input -> out.bytes(17, encodeInput(input)));
    commit.lineage().parent().ifPresent(parent -> out.digest(18, parent.digest()));
    commit
        .terms()
        .tags()
        .values()
        .forEach((key, value) ->
            out.bytes(19, new FieldWriter().text(1, key).text(2, value).toBytes()));
    commit.terms().ttl().ifPresent(ttl -> out.duration(20, ttl));
    out.flag(21, !commit.terms().servable());
    if (!call.options().isEmpty()) {
      out.bytes(22, encodeOptions(call.options()));
    }
    run.cause().ifPresent(cause -> out.number(23, cause.ordinal()));
    return out.toBytes();
  }

  private static int version(Commit commit) {
    boolean first = commit.call().options().isEmpty() && commit.run().cause().isEmpty();
    return first ? FIRST : WITH_KEY;
  }

  static Commit decode(CommitId id, byte[] content) {
    CommitId found = new CommitId(Digest.sha256(content));
    String what = WHAT + " " + id.shortHex();
    if (!found.equals(id)) {
      throw new MalformedRecordException(
          what, "its content belongs to the name " + found.shortHex(), null);
    }
    FieldReader in = new FieldReader(what, content);
    try {
      Commit commit = decode(in);
      in.end();
      return commit;
    } catch (IllegalArgumentException e) {
      throw in.malformed(String.valueOf(e.getMessage()));
    }
  }

  private static Commit decode(FieldReader in) {
    long version = in.number(1);
    if (version != FIRST && version != WITH_KEY) {
      throw in.malformed(
          "it has format " + version + "; this version of cashet reads up to " + WITH_KEY);
    }
    FunctionName name = new FunctionName(in.text(2), in.text(3));
    Fingerprint fingerprint = new Fingerprint(in.count(4), in.digest(5));
    Commit.Call call = new Commit.Call(name, fingerprint, in.digest(6), in.digest(7), in.digest(8));
    List<Argument> arguments = in.repeated(9, CommitFormat::decodeArgument);
    Commit.Run run = new Commit.Run(
        in.instant(10),
        in.optionalDuration(11).orElseThrow(() -> in.malformed("field 11 is missing")),
        in.count(12),
        in.text(13),
        in.text(14));
    Commit.Outcome outcome = decodeOutcome(in, in.optionalBytes(15), in.optionalBytes(16));
    List<Commit.Input> inputs = in.repeated(17, CommitFormat::decodeInput);
    Optional<CommitId> parent = in.optionalDigest(18).map(CommitId::new);
    TreeMap<String, String> tags = new TreeMap<>();
    for (Map.Entry<String, String> tag : in.repeated(19, CommitFormat::decodeTag)) {
      if (!tags.isEmpty() && tags.lastKey().compareTo(tag.getKey()) >= 0) {
        throw in.malformed("its tags are out of order");
      }
      tags.put(tag.getKey(), tag.getValue());
    }
    Optional<Duration> ttl = in.optionalDuration(20);
    Commit.Terms terms = new Commit.Terms(Tags.of(tags), ttl, !in.flag(21));
    Commit.Lineage lineage = new Commit.Lineage(inputs, parent);
    if (version == FIRST) {
      return new Commit(call, arguments, run, outcome, lineage, terms);
    }
    Commit commit =
        new Commit(withOptions(call, in), arguments, withCause(run, in), outcome, lineage, terms);
    if (version(commit) != WITH_KEY) {
      throw in.malformed("it has format " + version + " and no field of it");
    }
    return commit;
  }

  private static Commit.Call withOptions(Commit.Call call, FieldReader in) {
    KeyOptions options =
        in.optionalBytes(22).map(CommitFormat::decodeOptions).orElse(KeyOptions.NONE);
    return new Commit.Call(
        call.name(),
        call.fingerprint(),
        call.function(),
        call.argumentsDigest(),
        call.record(),
        options);
  }

  private static Commit.Run withCause(Commit.Run run, FieldReader in) {
    Optional<Cause> cause = in.optionalNumber(23).map(number -> {
      if (number < 0 || number >= Cause.values().length) {
        throw in.malformed("cause " + number + " is unknown");
      }
      return Cause.values()[number.intValue()];
    });
    return new Commit.Run(
        run.completedAt(), run.duration(), run.attempts(), run.executor(), run.host(), cause);
  }

  private static byte[] encodeOptions(KeyOptions options) {
    FieldWriter out = new FieldWriter().optionalText(1, options.version());
    options.salt().ifPresent(salt -> out.digest(2, salt));
    options.ignored().forEach(name -> out.text(3, name));
    return out.toBytes();
  }

  private static KeyOptions decodeOptions(byte[] bytes) {
    FieldReader in = new FieldReader(WHAT, bytes);
    Optional<String> version = in.optionalText(1);
    Optional<Digest> salt = in.optionalDigest(2);
    List<String> ignored = in.repeated(3, in::utf8);
    in.end();
    KeyOptions options = new KeyOptions(version, salt, ignored);
    if (options.isEmpty() || !options.ignored().equals(ignored)) {
      throw in.malformed("its options are empty or out of order");
    }
    return options;
  }

  private static byte[] encodeArgument(Argument argument) {
    return new FieldWriter()
        .text(1, argument.name())
        .text(2, argument.type())
        .text(3, argument.text())
        .digest(4, argument.digest())
        .toBytes();
  }

  private static Argument decodeArgument(byte[] bytes) {
    FieldReader in = new FieldReader(WHAT, bytes);
    Argument argument = new Argument(in.text(1), in.text(2), in.text(3), in.digest(4));
    in.end();
    return argument;
  }

  private static byte[] encodeOutput(Commit.Completed completed) {
    BlobRef output = completed.output();
    FieldWriter out = new FieldWriter()
        .digest(1, output.digest())
        .number(2, output.sizeBytes())
        .text(3, output.codec());
    completed.classNames().forEach(name -> out.text(4, name));
    return out.toBytes();
  }

  private static byte[] encodeFailure(Commit.Failed failed) {
    return new FieldWriter()
        .text(1, failed.type())
        .text(2, failed.message())
        .text(3, failed.trace())
        .toBytes();
  }

  private static Commit.Outcome decodeOutcome(
      FieldReader in, Optional<byte[]> output, Optional<byte[]> failure) {
    if (output.isPresent() == failure.isPresent()) {
      throw in.malformed("it has not exactly one of a result and an error");
    }
    if (output.isPresent()) {
      FieldReader fields = new FieldReader(WHAT, output.get());
      BlobRef ref = new BlobRef(fields.digest(1), fields.number(2), fields.text(3));
      List<String> classNames = fields.repeated(4, fields::utf8);
      fields.end();
      return new Commit.Completed(ref, classNames);
    }
    FieldReader fields = new FieldReader(WHAT, failure.get());
    Commit.Failed failed = new Commit.Failed(fields.text(1), fields.text(2), fields.text(3));
    fields.end();
    return failed;
  }

  private static byte[] encodeInput(Commit.Input input) {
    FieldWriter out = new FieldWriter().digest(1, input.blob());
    input.commit().ifPresent(commit -> out.digest(2, commit.digest()));
    return out.toBytes();
  }

  private static Commit.Input decodeInput(byte[] bytes) {
    FieldReader in = new FieldReader(WHAT, bytes);
    Commit.Input input = new Commit.Input(in.digest(1), in.optionalDigest(2).map(CommitId::new));
    in.end();
    return input;
  }

  private static Map.Entry<String, String> decodeTag(byte[] bytes) {
    FieldReader in = new FieldReader(WHAT, bytes);
    Map.Entry<String, String> tag = Map.entry(in.text(1), in.text(2));
    in.end();
    return tag;
  }
}
