package dev.cashet;

import dev.cashet.engine.Policy;
import dev.cashet.identity.FunctionIdentity;
import dev.cashet.identity.Precision;
import dev.cashet.model.Tags;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a caller can ask of a submission; immutable. Options not given are taken from the next level: of the call or view,
 * then the {@link Task} annotation of the called method, then the client, then the defaults. Tags of all levels are
 * merged.
 */
public final class TaskOptions {
  private static final TaskOptions NONE = new TaskOptions(Map.of());
  private static final Duration LONGEST = Duration.ofDays(36_525);
  private static final Duration DEFAULT_BACKOFF = Duration.ofMillis(100);
  private static final Duration DEFAULT_MAX_BACKOFF = Duration.ofSeconds(30);
  private static final double DEFAULT_JITTER = 0.5;

  private enum Option {
    NAME,
    TAGS,
    CACHE,
    FORCE,
    RETRIES,
    BACKOFF,
    MAX_BACKOFF,
    JITTER,
    RETRY_ON,
    NO_RETRY_ON,
    RETRY_IF,
    TIMEOUT,
    MAX_WAIT,
    CACHE_FAILURES,
    TTL,
    MAX_AGE,
    VERSION,
    SALT,
    IGNORE,
    DEPENDS_ON,
    PRECISION,
    PURE,
    EXECUTOR
  }

  private final Map<Option, Object> given;

  private TaskOptions(Map<Option, Object> given) {
    this.given = given;
  }

  /** No options given. */
  public static TaskOptions defaults() {
    return NONE;
  }

  /** What people see instead of the function's name. */
  public TaskOptions name(String name) {
    return with(Option.NAME, notEmpty("name", name));
  }

  /** These tags besides those given already; on a hit they are added by a commit of their own. */
  public TaskOptions tags(Map<String, String> tags) {
    return with(Option.TAGS, tags().and(Tags.of(tags)));
  }

  /** This tag besides those given already. */
  public TaskOptions tag(String key, String value) {
    return tags(Map.of(key, value));
  }

  /** False: always run, and never serve the result later. */
  public TaskOptions cache(boolean cache) {
    return with(Option.CACHE, cache);
  }

  /** True: run now although there is a result, and serve the new one later. */
  public TaskOptions force(boolean force) {
    return with(Option.FORCE, force);
  }

  /** Further attempts after a failed one; 0 or more. */
  public TaskOptions retries(int retries) {
    if (retries < 0) {
      throw new IllegalArgumentException("retries: cannot be negative: " + retries);
    }
    return with(Option.RETRIES, retries);
  }

  /** The pause before the first retry; doubles from then on. */
  public TaskOptions backoff(Duration backoff) {
    if (Objects.requireNonNull(backoff, "backoff").isNegative()) {
      throw new IllegalArgumentException("backoff: cannot be negative: " + backoff);
    }
    return with(Option.BACKOFF, countable("backoff", backoff));
  }

  /** What the doubling pauses before retries do not go beyond; 30 s if not given. */
  public TaskOptions maxBackoff(Duration longest) {
    return with(Option.MAX_BACKOFF, positive("maxBackoff", longest));
  }

  /** How much of a pause before a retry is left to chance, from 0 (nothing) to 1 (all of it); 0.5 if not given. */
  public TaskOptions jitter(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("jitter: must be from 0 to 1, not " + share);
    }
    return with(Option.JITTER, share);
  }

  /**
   * Retry after errors of these classes and no others; a timeout is a {@link TaskTimeoutException}. If not given, after
   * every {@link Exception}.
   */
  @SafeVarargs
  public final TaskOptions retryOn(Class<? extends Throwable>... errors) {
    List<Class<? extends Throwable>> classes = new ArrayList<>();
    for (Class<? extends Throwable> each : errors) {
      classes.add(Objects.requireNonNull(each, "retryOn"));
    }
    return with(Option.RETRY_ON, List.copyOf(classes));
  }

  /** Never retry after errors of these classes, whatever {@link #retryOn} says. */
  @SafeVarargs
  public final TaskOptions noRetryOn(Class<? extends Throwable>... errors) {
    List<Class<? extends Throwable>> classes = new ArrayList<>();
    for (Class<? extends Throwable> each : errors) {
      classes.add(Objects.requireNonNull(each, "noRetryOn"));
    }
    return with(Option.NO_RETRY_ON, List.copyOf(classes));
  }

  /** Retry only if this says so too. */
  public TaskOptions retryIf(Predicate<? super Throwable> error) {
    return with(Option.RETRY_IF, Objects.requireNonNull(error, "retryIf"));
  }

  /** How long to wait for another thread's or process's run of the same call; zero for not at all. */
  public TaskOptions maxWait(Duration maxWait) {
    if (maxWait.isNegative()) {
      throw new IllegalArgumentException("maxWait: cannot be negative: " + maxWait);
    }
    return with(Option.MAX_WAIT, maxWait);
  }

  /** For this long after a failure, throw it again instead of running again. */
  public TaskOptions cacheFailures(Duration age) {
    return with(Option.CACHE_FAILURES, positive("cacheFailures", age));
  }

  /** The time each attempt may take. */
  public TaskOptions timeout(Duration timeout) {
    return with(Option.TIMEOUT, positive("timeout", timeout));
  }

  /**
   * How long after completion the result may be served. On a hit it holds for that result too: one that is older runs
   * again.
   */
  public TaskOptions ttl(Duration ttl) {
    return with(Option.TTL, positive("ttl", ttl));
  }

  /** The oldest result that will do for this call. */
  public TaskOptions maxAge(Duration maxAge) {
    return with(Option.MAX_AGE, positive("maxAge", maxAge));
  }

  /** Your own word for this version of the task; part of the key. */
  public TaskOptions version(String version) {
    return with(Option.VERSION, notEmpty("version", version));
  }

  /** Tells apart what would be the same; part of the key. */
  public TaskOptions salt(String salt) {
    return with(Option.SALT, notEmpty("salt", salt));
  }

  /** Names or indexes (from 0) of parameters left out of the key. */
  public TaskOptions ignore(String... parameters) {
    for (String parameter : parameters) {
      notEmpty("ignore", parameter);
    }
    return with(Option.IGNORE, List.of(parameters));
  }

  /** Classes whose whole code counts although nothing reaches it visibly. */
  public TaskOptions dependsOn(Class<?>... classes) {
    for (Class<?> type : classes) {
      Objects.requireNonNull(type, "dependsOn");
    }
    return with(Option.DEPENDS_ON, List.of(classes));
  }

  /** Which methods calls of your own types are taken to reach; part of the key. */
  public TaskOptions precision(Precision precision) {
    return with(Option.PRECISION, Objects.requireNonNull(precision, "precision"));
  }

  /** Silences reports of impurities. */
  public TaskOptions pure(boolean pure) {
    return with(Option.PURE, pure);
  }

  /** The name of the executor that runs the task, as the client's builder names it; no part of the key. */
  public TaskOptions executor(String executor) {
    return with(Option.EXECUTOR, notEmpty("executor", executor));
  }

  /** These options, and where they say nothing, the others'. */
  public TaskOptions orElse(TaskOptions others) {
    if (others.given.isEmpty()) {
      return this;
    }
    EnumMap<Option, Object> merged = new EnumMap<>(Option.class);
    merged.putAll(others.given);
    merged.putAll(given);
    Tags tags = others.tags().and(tags());
    if (!tags.values().isEmpty()) {
      merged.put(Option.TAGS, tags);
    }
    return new TaskOptions(merged);
  }

  /** With all defaults filled in. */
  Policy toPolicy() {
    return new Policy(
        this.<String>get(Option.NAME),
        tags(),
        new Policy.Reuse(
            this.<Boolean>get(Option.CACHE).orElse(true),
            this.<Boolean>get(Option.FORCE).orElse(false),
            oldest(),
            this.<Duration>get(Option.CACHE_FAILURES)),
        attempts(),
        new Policy.KeyOptions(
            this.<String>get(Option.VERSION),
            this.<String>get(Option.SALT),
            this.<List<String>>get(Option.IGNORE).orElse(List.of()),
            new FunctionIdentity.Scope(
                this.<List<Class<?>>>get(Option.DEPENDS_ON).orElse(List.of()),
                this.<Precision>get(Option.PRECISION).orElse(Precision.EVERY_CLASS)),
            this.<Boolean>get(Option.PURE).orElse(false)),
        this.<Duration>get(Option.TTL));
  }

  /**
   * The options that another process can be told, by name. Where a task runs is not among them: what a task submits in
   * its own process runs there.
   */
  HashMap<String, Serializable> told() {
    HashMap<String, Serializable> told = new HashMap<>();
    given.forEach((option, value) -> {
      if (value instanceof Tags tags) {
        told.put(option.name(), new TreeMap<>(tags.values()));
      } else if (value instanceof Serializable serializable && option != Option.EXECUTOR) {
        told.put(option.name(), serializable);
      }
    });
    return told;
  }

  /** The options that another process told. */
  // Of the tags' map, told() has made sure.
  @SuppressWarnings("unchecked")
  static TaskOptions of(Map<String, Serializable> told) {
    EnumMap<Option, Object> given = new EnumMap<>(Option.class);
    told.forEach((name, value) -> given.put(
        Option.valueOf(name),
        value instanceof TreeMap<?, ?> tags ? Tags.of((TreeMap<String, String>) tags) : value));
    return new TaskOptions(given);
  }

  private Policy.Attempts attempts() {
    return new Policy.Attempts(
        this.<Integer>get(Option.RETRIES).orElse(0),
        new Policy.Backoff(
            this.<Duration>get(Option.BACKOFF).orElse(DEFAULT_BACKOFF),
            this.<Duration>get(Option.MAX_BACKOFF).orElse(DEFAULT_MAX_BACKOFF),
            this.<Double>get(Option.JITTER).orElse(DEFAULT_JITTER)),
        new RetryRule(
            this.<List<Class<? extends Throwable>>>get(Option.RETRY_ON).orElse(List.of()),
            this.<List<Class<? extends Throwable>>>get(Option.NO_RETRY_ON).orElse(List.of()),
            this.<Predicate<? super Throwable>>get(Option.RETRY_IF)),
        this.<Duration>get(Option.TIMEOUT),
        this.<Duration>get(Option.MAX_WAIT),
        this.<String>get(Option.EXECUTOR));
  }

  /** A result that would have expired by this caller's time to live is too old for it as well. */
  private Optional<Duration> oldest() {
    Optional<Duration> maxAge = get(Option.MAX_AGE);
    Optional<Duration> ttl = get(Option.TTL);
    return maxAge.isPresent() && ttl.isPresent() && ttl.get().compareTo(maxAge.get()) < 0
        ? ttl
        : maxAge.or(() -> ttl);
  }

  private Tags tags() {
    return this.<Tags>get(Option.TAGS).orElse(Tags.none());
  }

  // Each option is put in by one method of this class, with its type.
  @SuppressWarnings("unchecked")
  private <T> Optional<T> get(Option option) {
    return Optional.ofNullable((T) given.get(option));
  }

  private TaskOptions with(Option option, Object value) {
    EnumMap<Option, Object> more = new EnumMap<>(Option.class);
    more.putAll(given);
    more.put(option, value);
    return new TaskOptions(more);
  }

  private static String notEmpty(String option, String value) {
    if (Objects.requireNonNull(value, option).isEmpty()) {
      throw new IllegalArgumentException(option + ": cannot be empty");
    }
    return value;
  }

  private static Duration positive(String option, Duration value) {
    if (Objects.requireNonNull(value, option).isNegative() || value.isZero()) {
      throw new IllegalArgumentException(option + ": must be positive, not " + value);
    }
    return countable(option, value);
  }

  private static Duration countable(String option, Duration value) {
    if (value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          option + ": " + value + " is longer than 100 years; leave it away for ever");
    }
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TaskOptions that && given.equals(that.given);
  }

  @Override
  public int hashCode() {
    return given.hashCode();
  }

  @Override
  public String toString() {
    return "TaskOptions" + given;
  }
}
