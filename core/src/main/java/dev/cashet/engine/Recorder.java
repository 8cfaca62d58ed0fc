package dev.cashet.engine;

import dev.cashet.canonical.ArgumentText;
import dev.cashet.codec.UnserializableException;
import dev.cashet.identity.Target;
import dev.cashet.model.Argument;
import dev.cashet.model.BlobRef;
import dev.cashet.model.Cause;
import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.store.SmallObject;
import dev.cashet.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Steps 8 to 10: a run as a commit. The blob is durable before the commit that names it. */
final class Recorder {
  private final Store store;
  private final Codecs codecs;
  private final InstantSource clock;
  private final Dispatch dispatch;
  private final FunctionRecords records;

  Recorder(Ports ports, Codecs codecs, InstantSource clock, Dispatch dispatch) {
    this.store = ports.store();
    this.codecs = codecs;
    this.clock = clock;
    this.dispatch = dispatch;
    this.records = new FunctionRecords(ports.store());
  }

  /**
   * A run, whatever came of it.
   *
   * @param took how long its last attempt took
   * @param attempts how many there were
   * @param cause why an earlier run of the key would not do
   */
  record Ran(Duration took, int attempts, Optional<Cause> cause) {}

  /**
   * A commit that is ready to be added.
   *
   * @param commit the commit
   * @param objects small objects that travel with it
   * @param result the result, if it is one of them
   */
  record Prepared(Commit commit, List<SmallObject> objects, Optional<SmallObject> result) {}

  /**
   * Serialises a result and keeps its blob if it is large.
   *
   * @throws UnserializableException if the value cannot be kept
   * @throws dev.cashet.store.StoreException if the store refuses
   */
  Prepared completed(KeyedCall call, @Nullable Object value, Ran ran) {
    List<SmallObject> objects = new ArrayList<>();
    Digest record = records.keep(call, objects);
    ResultBuffer buffer = new ResultBuffer(store);
    BlobRef output;
    Optional<SmallObject> small;
    Set<String> classes;
    try (buffer) {
      classes = codecs.writer().write(value, ResultType.of(call.target()), buffer);
      small = buffer.finish();
      output = new BlobRef(buffer.digest(), buffer.sizeBytes(), codecs.writer().id());
    } catch (java.io.IOException e) {
      throw new dev.cashet.store.StoreFailedException(
          "cannot write the result of " + call.name().shortName() + " to " + store.location(), e);
    }
    small.ifPresent(objects::add);
    Commit commit = commit(
        call, record, ran, new Commit.Completed(output, List.copyOf(new TreeSet<>(classes))));
    return new Prepared(commit, objects, small);
  }

  /** A run without a result. */
  Prepared failed(KeyedCall call, Verdict.Failure failure, Ran ran) {
    List<SmallObject> objects = new ArrayList<>();
    Digest record = records.keep(call, objects);
    Commit commit =
        commit(call, record, ran, FailureText.of(failure, call.arguments().redaction()));
    return new Prepared(commit, objects, Optional.empty());
  }

  private Commit commit(KeyedCall call, Digest record, Ran ran, Commit.Outcome outcome) {
    Optional<CommitId> parent = store.commits().latest(call.fingerprint());
    return new Commit(
        new Commit.Call(
            call.name(),
            call.fingerprint(),
            call.function().digest(),
            call.arguments().all(),
            record,
            call.policy().key().remembered()),
        arguments(call),
        new Commit.Run(
            completedAt(parent),
            ran.took(),
            ran.attempts(),
            dispatch.executor(call).name(),
            Host.NAME,
            ran.cause()),
        outcome,
        new Commit.Lineage(call.arguments().inputs(), parent),
        new Commit.Terms(
            call.policy().tags(), call.policy().ttl(), call.policy().reuse().cache()));
  }

  /** Now, or just after the commit before this one if the clock has gone back since: the newest is the last. */
  private Instant completedAt(Optional<CommitId> parent) {
    Instant now = clock.instant();
    return parent
        .flatMap(store.commits()::get)
        .map(before -> before.commit().run().completedAt().plusNanos(1))
        .filter(now::isBefore)
        .orElse(now);
  }

  /** The arguments as a commit remembers them. */
  static List<Argument> arguments(KeyedCall call) {
    List<Target.Parameter> parameters = call.target().arguments();
    List<Digest> digests = call.arguments().each();
    List<Argument> arguments = new ArrayList<>(parameters.size());
    for (int i = 0; i < parameters.size(); i++) {
      Target.Parameter parameter = parameters.get(i);
      Object value = parameter.value();
      arguments.add(new Argument(
          parameter.name(),
          value == null ? "null" : value.getClass().getTypeName(),
          call.arguments().redaction().apply(ArgumentText.of(value)),
          digests.get(i)));
    }
    return arguments;
  }
}
