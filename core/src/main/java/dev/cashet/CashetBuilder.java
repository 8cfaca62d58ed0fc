package dev.cashet;

import dev.cashet.canonical.Canonical;
import dev.cashet.canonical.Canonicalizer;
import dev.cashet.codec.Serializer;
import dev.cashet.codec.Serializers;
import dev.cashet.engine.Engine;
import dev.cashet.engine.Ports;
import dev.cashet.engine.Settings;
import dev.cashet.engine.Workplaces;
import dev.cashet.event.CashetEvent;
import dev.cashet.event.CashetListener;
import dev.cashet.event.FlightRecording;
import dev.cashet.event.ProgressListener;
import dev.cashet.executor.LocalExecutor;
import dev.cashet.executor.TaskExecutor;
import dev.cashet.identity.FunctionIdentity;
import dev.cashet.maintenance.SizeBound;
import dev.cashet.store.Store;
import dev.cashet.store.StoreOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Puts a client together; everything has a default. For one thread. */
public final class CashetBuilder {
  private static final Duration DEFAULT_LEASE = Duration.ofSeconds(30);
  private static final long MOST_MEMORY = 64L << 20;
  private static final int MEMORY_SHARE = 16;

  private @Nullable String storeUrl;
  private @Nullable Store store;
  private @Nullable TaskExecutor executor;
  private final Map<String, TaskExecutor> executors = new LinkedHashMap<>();
  private @Nullable Serializer serializer;
  private InstantSource clock = InstantSource.system();
  private Duration lease = DEFAULT_LEASE;
  private long memoryBytes = Math.min(MOST_MEMORY, Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
  private boolean durable;
  private boolean insideTask;
  private TaskOptions options = TaskOptions.defaults();
  private OptionalInt maxWorkers = OptionalInt.empty();
  private @Nullable Executor asyncExecutor;
  private @Nullable ProgressListener progress;
  private final List<CashetListener> listeners =
      new ArrayList<>(FlightRecording.ifAvailable().stream().toList());
  private OptionalLong maxSize = OptionalLong.empty();
  private Predicate<String> allowed = name -> false;

  private final List<Canonicalizer<?>> canonicalizers = new ArrayList<>();

  private final List<Path> outputs = new ArrayList<>();

  CashetBuilder() {}

  /** The directory of the store; created on the first write. The default is {@code $CASHET_DIR}, else {@code .cashet}. */
  public CashetBuilder directory(Path directory) {
    return storeUrl("sqlite:" + directory.toAbsolutePath());
  }

  /** The address of the store, for example {@code sqlite:PATH}. */
  public CashetBuilder storeUrl(String url) {
    this.storeUrl = Objects.requireNonNull(url, "storeUrl");
    return this;
  }

  /** A store that is open already; the client closes it. */
  public CashetBuilder store(Store store) {
    this.store = Objects.requireNonNull(store, "store");
    return this;
  }

  /** Where tasks run; the client closes it. The default runs them in the calling thread. */
  public CashetBuilder executor(TaskExecutor executor) {
    this.executor = Objects.requireNonNull(executor, "executor");
    return this;
  }

  /** An executor for the tasks that ask for it by this name ({@link TaskOptions#executor}); the client closes it. */
  public CashetBuilder executor(String name, TaskExecutor executor) {
    if (Objects.requireNonNull(name, "name").isEmpty()) {
      throw new IllegalArgumentException("executor: its name cannot be empty");
    }
    executors.put(name, Objects.requireNonNull(executor, "executor"));
    return this;
  }

  /** How results are written; results of every other serializer on the class path can be read besides. */
  public CashetBuilder serializer(Serializer serializer) {
    this.serializer = Objects.requireNonNull(serializer, "serializer");
    return this;
  }

  /** Where the time of commits, expiry and leases comes from. */
  public CashetBuilder clock(InstantSource clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  /** Where the time of commits, expiry and leases comes from. */
  public CashetBuilder clock(Clock clock) {
    return clock((InstantSource) clock);
  }

  /** How long a claim stands without a sign of life from its owner; default 30 s. A dead owner of this machine loses it at once. */
  public CashetBuilder claimLease(Duration lease) {
    if (lease.isNegative() || lease.isZero()) {
      throw new IllegalArgumentException("claimLease: must be positive, not " + lease);
    }
    this.lease = lease;
    return this;
  }

  /**
   * True: what is acknowledged survives a power failure. False, the default: it survives a crash of the program, and a
   * power failure may forget the last commits but damages nothing.
   */
  public CashetBuilder durable(boolean durable) {
    this.durable = durable;
    return this;
  }

  /**
   * How much of what was read lately may stay in the heap, in bytes; 0 for none. The default is 64 MiB, or a sixteenth of
   * the largest heap if that is less. It never makes an answer old: what is kept is served only while the store says that
   * nothing it holds has changed.
   */
  public CashetBuilder memoryCache(long maxBytes) {
    if (maxBytes < 0) {
      throw new IllegalArgumentException("memoryCache: cannot be negative: " + maxBytes);
    }
    this.memoryBytes = maxBytes;
    return this;
  }

  /**
   * How many tasks of a batch or a map run at once, and how many calls that were submitted asynchronously. Without it a
   * batch or map has as many workers as the machine has processors, and asynchronous calls are not held back.
   */
  public CashetBuilder maxWorkers(int maxWorkers) {
    if (maxWorkers < 1) {
      throw new IllegalArgumentException("maxWorkers: must be 1 or more, not " + maxWorkers);
    }
    this.maxWorkers = OptionalInt.of(maxWorkers);
    return this;
  }

  /**
   * Where calls run that are submitted asynchronously, instead of threads of the client's own; closing it is up to you. If
   * tasks wait for asynchronous calls of theirs, it must not run out of threads.
   */
  public CashetBuilder asyncExecutor(Executor executor) {
    this.asyncExecutor = Objects.requireNonNull(executor, "asyncExecutor");
    return this;
  }

  /**
   * Keeps the store below this size while the client is open: in the background, least recently used first, pinned results
   * never. A program that writes faster than that may go beyond it for a moment.
   *
   * @param bytes everything that the store takes on disk; positive
   */
  public CashetBuilder maxSize(long bytes) {
    if (bytes <= 0) {
      throw new IllegalArgumentException("maxSize: must be positive, not " + bytes);
    }
    this.maxSize = OptionalLong.of(bytes);
    return this;
  }

  /** Options for every call that does not say otherwise. */
  public CashetBuilder options(TaskOptions options) {
    this.options = Objects.requireNonNull(options, "options");
    return this;
  }

  /** Classes that stored results may name besides the JDK's values and the task's own code; asked by class name. */
  public CashetBuilder allow(Predicate<String> classNames) {
    this.allowed = allowed.or(Objects.requireNonNull(classNames, "classNames"));
    return this;
  }

  /**
   * Tells this listener how far batches and maps have come, instead of showing it: as a bar on a terminal, as lines in the
   * log elsewhere. {@code progress -> {}} shows nothing.
   */
  public CashetBuilder progress(ProgressListener listener) {
    this.progress = Objects.requireNonNull(listener, "progress");
    return this;
  }

  /** Tells this listener what happens to calls; several may be given. */
  public CashetBuilder listener(CashetListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /** For a client in the process of a task: whatever executor a nested call asks for, it runs where the task runs. */
  CashetBuilder insideTask() {
    insideTask = true;
    return this;
  }

  /**
   * What identifies arguments of a class that cannot say so itself; its name is in the key. At most one for a class,
   * those that are found as services included. Every client that is to share results needs the same.
   */
  public CashetBuilder canonicalizer(Canonicalizer<?> canonicalizer) {
    canonicalizers.add(Objects.requireNonNull(canonicalizer, "canonicalizer"));
    return this;
  }

  /**
   * A directory into which files of results ({@link OutputFile}) may be written, besides the working directory and the
   * directory for temporary files.
   */
  public CashetBuilder outputs(Path directory) {
    outputs.add(Objects.requireNonNull(directory, "directory"));
    return this;
  }

  /** Opens the client. */
  public Cashet build() {
    FunctionIdentity identity = Providers.identity();
    identity.prepare(ClassLoader.getSystemClassLoader());
    String url = storeUrl != null ? storeUrl : Stores.defaultUrl();
    Store opened = store != null ? store : Stores.open(url, new StoreOptions(clock, durable));
    Optional<dev.cashet.executor.Home> home = store != null
        ? Optional.empty()
        : Optional.of(new ClientHome(url, lease, durable, options.told()));
    LiveReferences references = new LiveReferences(new OutputRoots(outputs));
    try {
      Ports ports = new Ports(
          identity.keptIn(opened::indexDirectory),
          Canonical.of(Cashet.class.getClassLoader(), canonicalizers),
          serializer != null ? serializer : Serializers.standard(),
          references,
          opened,
          new Workplaces(executor != null ? executor : new LocalExecutor(), executors, insideTask));
      Optional<SizeBound> bound = maxSize.isPresent()
          ? Optional.of(new SizeBound(opened, maxSize.getAsLong(), clock))
          : Optional.empty();
      List<CashetListener> told = new ArrayList<>(listeners);
      bound.ifPresent(each -> told.add(event -> noteWrite(event, each)));
      Engine engine =
          new Engine(ports, new Settings(clock, lease, allowed, memoryBytes, told, home));
      Crew crew =
          new Crew(asyncExecutor, maxWorkers, progress != null ? progress : Providers.progress());
      Cashet client = new Cashet(engine, opened, options, clock, crew, bound);
      references.bind(client);
      return client;
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private static void noteWrite(CashetEvent event, SizeBound bound) {
    if (event instanceof CashetEvent.Finished || event instanceof CashetEvent.Failed) {
      bound.written();
    }
  }
}
