package dev.cashet;

import dev.cashet.archive.ArchiveReader;
import dev.cashet.archive.ArchiveReport;
import dev.cashet.archive.ArchiveWriter;
import dev.cashet.archive.Selection;
import dev.cashet.engine.CallStack;
import dev.cashet.engine.Engine;
import dev.cashet.engine.Policy;
import dev.cashet.engine.Preview;
import dev.cashet.engine.Request;
import dev.cashet.engine.Verdict;
import dev.cashet.history.CallKey;
import dev.cashet.history.CommitView;
import dev.cashet.history.Diff;
import dev.cashet.history.History;
import dev.cashet.history.Lineage;
import dev.cashet.history.Prospect;
import dev.cashet.history.Why;
import dev.cashet.identity.Target;
import dev.cashet.maintenance.GcPolicy;
import dev.cashet.maintenance.GcReport;
import dev.cashet.maintenance.Housekeeping;
import dev.cashet.maintenance.SizeBound;
import dev.cashet.model.Commit;
import dev.cashet.model.CommitId;
import dev.cashet.model.Invocation;
import dev.cashet.store.Entry;
import dev.cashet.store.LogQuery;
import dev.cashet.store.Removed;
import dev.cashet.store.Store;
import dev.cashet.store.StoreStats;
import dev.cashet.store.VerifyReport;
import dev.cashet.store.VerifyRequest;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * Runs a function once and gives the same result at once every time after.
 *
 * <pre>{@code
 * try (Cashet cashet = Cashet.open()) {
 *   ResultRef<Model> model = cashet.submit(() -> train(data, 0.001));
 *   System.out.println(model.load());
 * }
 * }</pre>
 *
 * <p>Safe for many threads; several clients and processes may have one store open. Opening creates nothing. A closed
 * client throws {@link IllegalStateException}.
 */
public final class Cashet implements AutoCloseable, Submitter {
  private final Engine engine;
  private final Store store;
  private final TaskOptions options;
  private final History history;
  private final Crew crew;
  private final View view = new View(this, TaskOptions.defaults());
  private final Housekeeping housekeeping;
  private final Optional<SizeBound> bound;

  Cashet(
      Engine engine,
      Store store,
      TaskOptions options,
      InstantSource clock,
      Crew crew,
      Optional<SizeBound> bound) {
    this.bound = bound;
    this.crew = crew;
    this.engine = engine;
    this.store = store;
    this.options = options;
    this.history = new History(store, clock);
    this.housekeeping = new Housekeeping(store, clock);
    OpenClients.add(this);
  }

  /** A client of the default store: {@code $CASHET_DIR}, else {@code .cashet} in the working directory. */
  public static Cashet open() {
    return builder().build();
  }

  /** A client of the store in this directory. */
  public static Cashet open(Path directory) {
    return builder().directory(directory).build();
  }

  /** A client of the store at this address, for example {@code sqlite:PATH}. */
  public static Cashet open(String storeUrl) {
    return builder().storeUrl(storeUrl).build();
  }

  /**
   * The client whose task the calling thread runs, here or in a process of its own, for tasks that submit tasks.
   *
   * @throws IllegalStateException if this thread runs no task; a task's own threads do not
   */
  public static Cashet current() {
    Cashet client = Current.client();
    if (client == null) {
      throw new IllegalStateException(
          "no task of a Cashet runs in this thread; use the client itself");
    }
    return client;
  }

  /** Puts a client together. */
  public static CashetBuilder builder() {
    return new CashetBuilder();
  }

  @Override
  public <R> ResultRef<R> submit(Invocation invocation) {
    return view.submit(invocation);
  }

  @Override
  public boolean isCached(Invocation invocation) {
    return view.isCached(invocation);
  }

  @Override
  public <R> CompletableFuture<ResultRef<R>> submitAsync(Invocation invocation) {
    return view.submitAsync(invocation);
  }

  @Override
  public Why why(Invocation invocation) {
    return view.why(invocation);
  }

  @Override
  public Submitter with(TaskOptions more) {
    return view.with(more);
  }

  /**
   * Work that a task hands to a thread of its own, as a part of that task: should the work submit a call that waits, in a
   * circle, for the task itself, that is refused. Without, such a circle waits for ever, or for {@code maxWait}. Outside of
   * tasks this is the work itself.
   *
   * @param <T> what the work returns
   */
  public static <T> Callable<T> carry(Callable<T> work) {
    return CallStack.carry(Objects.requireNonNull(work, "work"));
  }

  /** A submission that has ended, as its caller sees it. */
  <R> ResultRef<R> ref(Engine.Submitted submitted) {
    Verdict verdict = submitted.verdict();
    if (verdict instanceof Verdict.Failed failed) {
      throw Failures.exception(failed);
    }
    Verdict.Available available = (Verdict.Available) verdict;
    StoredRef.Origin origin =
        new StoredRef.Origin(this, submitted.loader(), submitted.allowed(), true);
    return new StoredRef<>(origin, available.entry(), available.cached());
  }

  Why why(Preview preview) {
    return history.why(
        new CallKey(preview.call(), preview.arguments(), Optional.of(preview.function())),
        new Prospect(preview.hit(), preview.cause(), preview.cached()));
  }

  Request request(Invocation invocation, TaskOptions own) {
    Objects.requireNonNull(invocation.function(), "function");
    Callable<?> body = () -> Current.call(this, invocation.body());
    return new Request(
        new Invocation(invocation.function(), invocation.arguments(), body),
        target -> policy(target, own));
  }

  private Policy policy(Target target, TaskOptions own) {
    TaskOptions annotated = target.element().map(Annotated::of).orElse(TaskOptions.defaults());
    return own.orElse(annotated).orElse(options).toPolicy();
  }

  /** Commits that match, newest first. */
  public List<Commit> log(LogQuery query) {
    return history.log(query);
  }

  /**
   * Everything known of the commit whose hash starts with these digits: 4 or more, any case.
   *
   * @throws dev.cashet.history.NoSuchCommitException if there is none
   * @throws dev.cashet.history.AmbiguousHashException if there are several
   */
  public CommitView show(String hash) {
    return history.show(hash);
  }

  /** Everything known of a commit. */
  public CommitView show(Commit commit) {
    return history.view(new Entry(commit.id(), commit, Optional.empty()));
  }

  /**
   * The result of the commit whose hash starts with these digits.
   *
   * @param <T> the result's type; not checked before it is used
   * @throws IllegalStateException if the commit is of a failed run
   */
  public <T> ResultRef<T> get(String hash) {
    return Retrieval.ref(this, history.show(hash));
  }

  /**
   * The serialised result of the commit whose hash starts with these digits, checked as it is read; close it.
   *
   * @throws IllegalStateException if the commit is of a failed run
   * @throws dev.cashet.store.BlobUnreadableException if the bytes are gone or damaged
   */
  public InputStream read(String hash) {
    return Retrieval.open(this, history.show(hash));
  }

  /** All commits of the same call as the commit whose hash starts with these digits, newest first. */
  public List<Commit> history(String hash) {
    return history.history(hash);
  }

  /** Why the run of the commit whose hash starts with these digits was made. */
  public Why why(String hash) {
    return history.why(hash);
  }

  /** What makes the key of the first commit differ from that of the other, which is taken as the earlier one. */
  public Why why(String hash, String other) {
    return history.why(hash, other);
  }

  /** Two commits side by side: keys, sources, results. */
  public Diff diff(String before, String after) {
    return history.diff(before, after);
  }

  /** What the commit's result was made from, and what was made from it. */
  public Lineage lineage(String hash) {
    return history.lineage(hash, Lineage.Limits.ALL);
  }

  /** The same as far as these limits go. */
  public Lineage lineage(String hash, Lineage.Limits limits) {
    return history.lineage(hash, limits);
  }

  /**
   * Removes the commit of this hash, and its result if no other commit has the same.
   *
   * @throws dev.cashet.maintenance.PinnedException if it is pinned
   */
  public Removed rm(String hash) {
    return housekeeping.remove(List.of(hash));
  }

  /**
   * Removes every commit that has all of these tags.
   *
   * @param tags at least one
   * @throws IllegalArgumentException without tags
   */
  public Removed invalidate(Map<String, String> tags) {
    Map<String, Optional<String>> wanted = new TreeMap<>();
    tags.forEach((key, value) -> wanted.put(key, Optional.of(value)));
    return housekeeping.invalidate(wanted);
  }

  /** Lets go what the policy says: what has expired, what is old, what is too much. */
  public GcReport gc(GcPolicy policy) {
    return housekeeping.gc(policy);
  }

  /** Removes all commits, pins and results; calls that run are not disturbed. */
  public Removed clear() {
    return housekeeping.clear();
  }

  /** Checks every blob, every commit and everything derived from them; changes nothing. */
  public VerifyReport verify() {
    return housekeeping.verify(VerifyRequest.checking());
  }

  /** Keeps a commit from being collected. */
  public void pin(String hash) {
    housekeeping.pin(hash, Optional.empty());
  }

  /** Keeps a commit from being collected, and gives it a name that stands for its hash everywhere. */
  public void pin(String hash, String name) {
    housekeeping.pin(hash, Optional.of(name));
  }

  /** Takes all pins of a commit away, or, given a pin's name, that pin; how many there were. */
  public int unpin(String hash) {
    return housekeeping.unpin(hash, Optional.empty());
  }

  /** The rest of what keeps a store small and sound: repairs, pins, several commits at once. */
  public Housekeeping housekeeping() {
    return housekeeping;
  }

  /**
   * Writes every commit, with what it names, into an archive that appears when it is whole.
   *
   * @param target ends with {@code .tar.zst}, {@code .tar.gz} or {@code .tar}
   * @throws dev.cashet.archive.ArchiveException if it cannot be written
   */
  public ArchiveReport export(Path target) {
    return export(target, Selection.ALL);
  }

  /** The same for some commits. */
  public ArchiveReport export(Path target, Selection selection) {
    return new ArchiveWriter(store, history).write(target, selection);
  }

  /**
   * Adds what an archive holds and this store does not; everything is checked against its name first.
   *
   * @throws dev.cashet.archive.ArchiveException if it is no archive, is cut off or is hostile
   */
  public ArchiveReport importArchive(Path source) {
    return new ArchiveReader(store).read(source);
  }

  /** Counters of the store. */
  public StoreStats stats() {
    return store.commits().stats();
  }

  /** Where the store is. */
  public String location() {
    return store.location();
  }

  void noteLoad(CommitId commit) {
    store.maintenance().used(commit, false);
  }

  Engine engine() {
    return engine;
  }

  Crew crew() {
    return crew;
  }

  /** Stops what waits, tells running tasks to stop, releases claims and frees every handle. */
  @Override
  public void close() {
    OpenClients.remove(this);
    try {
      bound.ifPresent(SizeBound::close);
    } finally {
      engine.close();
    }
  }
}
