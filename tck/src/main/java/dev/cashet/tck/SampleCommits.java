package dev.cashet.tck;

import dev.cashet.model.Argument;
import dev.cashet.model.BlobRef;
import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.model.Fingerprint;
import dev.cashet.model.FunctionName;
import dev.cashet.model.FunctionRecord;
import dev.cashet.model.KeyTree;
import dev.cashet.model.Tags;
import dev.cashet.store.SmallObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Builds commits that differ where a test wants them to: everything has a default, and the same words give the same
 * commit. Mutable, for one thread.
 */
public final class SampleCommits {
  private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

  private final Fingerprint key;
  private String function = "app.Pipeline.train";
  private Instant completedAt = START;
  private Optional<byte[]> result = Optional.of("a result".getBytes(StandardCharsets.UTF_8));
  private String error = "";
  private final List<Commit.Input> inputs = new ArrayList<>();
  private Optional<CommitId> parent = Optional.empty();
  private final TreeMap<String, String> tags = new TreeMap<>();
  private Optional<Duration> ttl = Optional.empty();
  private boolean servable = true;

  private SampleCommits(Fingerprint key) {
    this.key = key;
  }

  /** A completed run of this key. */
  public static SampleCommits of(Fingerprint key) {
    return new SampleCommits(key);
  }

  /** A completed run of the key of this number. */
  public static SampleCommits of(int number) {
    return of(key(number));
  }

  /** A key; other numbers give other keys. */
  public static Fingerprint key(int number) {
    return Fingerprint.of(
        Digest.sha256("function"), Digest.sha256("arguments " + number), Digest.sha256("options"));
  }

  /** A key that differs from this one in its last bits alone, as an index by the first bits must notice. */
  public static Fingerprint neighbour(Fingerprint key) {
    Digest digest = key.digest();
    return new Fingerprint(
        key.scheme(), new Digest(digest.a(), digest.b(), digest.c(), digest.d() ^ 1));
  }

  /** By package, class and method, for example {@code app.Pipeline.train}. */
  public SampleCommits function(String qualifiedName) {
    function = qualifiedName;
    return this;
  }

  /** So long after nine in the morning of the first of March 2026 in UTC. */
  public SampleCommits after(Duration sinceStart) {
    return completedAt(START.plus(sinceStart));
  }

  /** At this moment. */
  public SampleCommits completedAt(Instant moment) {
    completedAt = moment;
    return this;
  }

  /** With this result. */
  public SampleCommits result(byte[] bytes) {
    result = Optional.of(bytes);
    return this;
  }

  /** With this text as result. */
  public SampleCommits result(String text) {
    return result(text.getBytes(StandardCharsets.UTF_8));
  }

  /** With an error of this message instead of a result. */
  public SampleCommits failed(String message) {
    result = Optional.empty();
    error = message;
    return this;
  }

  /** Made from this result too. */
  public SampleCommits input(Digest blob, Optional<CommitId> commit) {
    inputs.add(new Commit.Input(blob, commit));
    return this;
  }

  /** After this commit of the same key. */
  public SampleCommits parent(CommitId before) {
    parent = Optional.of(before);
    return this;
  }

  /** With this tag. */
  public SampleCommits tag(String name, String value) {
    tags.put(name, value);
    return this;
  }

  /** Served no longer than this. */
  public SampleCommits ttl(Duration lifetime) {
    ttl = Optional.of(lifetime);
    return this;
  }

  /** Never served. */
  public SampleCommits unservable() {
    servable = false;
    return this;
  }

  /** The commit and the objects that it names. */
  public Sample build() {
    String shortName =
        function.substring(function.lastIndexOf('.', function.lastIndexOf('.') - 1) + 1);
    FunctionName name = new FunctionName(shortName, function);
    SmallObject record = record(name);
    List<SmallObject> objects = new ArrayList<>(List.of(record));
    result.ifPresent(bytes -> objects.add(SmallObject.of(bytes)));
    Commit.Outcome outcome = result.isPresent()
        ? new Commit.Completed(
            new BlobRef(objects.get(1).digest(), result.get().length, "sample/1"))
        : new Commit.Failed("java.io.IOException", error, "java.io.IOException: " + error);
    Commit commit = new Commit(
        new Commit.Call(name, key, digest(name), Digest.sha256("arguments"), record.digest()),
        List.of(new Argument("rate", "double", "0.001", Digest.sha256("0.001"))),
        new Commit.Run(completedAt, Duration.ofMillis(1500), 1, "local", "host"),
        outcome,
        new Commit.Lineage(inputs, parent),
        new Commit.Terms(Tags.of(tags), ttl, servable));
    return new Sample(commit, objects);
  }

  private static Digest digest(FunctionName name) {
    return Digest.sha256("code of " + name.qualifiedName());
  }

  private static SmallObject record(FunctionName name) {
    KeyTree.Part root =
        new KeyTree.Part(KeyTree.Kind.METHOD, name.qualifiedName(), digest(name), List.of());
    FunctionRecord record = new FunctionRecord(
        name, digest(name), new KeyTree(List.of(root)), List.of(), List.of(), Optional.empty());
    return SmallObject.of(record.encode());
  }
}
