package dev.cashet.store;

import dev.cashet.model.Commit;
import dev.cashet.model.Fingerprint;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which commits to list.
 *
 * @param function simple or qualified name of a function, or its bare method name
 * @param fingerprint only commits of this key
 * @param status completed, failed or expired
 * @param tags every one of these; an empty {@code Optional} asks for the key with any value
 * @param window the time of completion and where to start
 * @param limit at most this many; 0 or more
 */
public record LogQuery(
    Optional<String> function,
    Optional<Fingerprint> fingerprint,
    Optional<Commit.Status> status,
    Map<String, Optional<String>> tags,
    Window window,
    int limit) {
  /**
   * A span of time and a place in it.
   *
   * @param since completed at or after
   * @param until completed before
   * @param skip how many matching commits to pass over
   */
  public record Window(Optional<Instant> since, Optional<Instant> until, int skip) {
    /** All time, from the newest on. */
    public static final Window ALL = new Window(Optional.empty(), Optional.empty(), 0);

    /** Checks the numbers. */
    public Window {
      if (skip < 0) {
        throw new IllegalArgumentException("skip: cannot be negative: " + skip);
      }
    }
  }

  /** Copies the tags and checks the limit. */
  public LogQuery {
    tags = Map.copyOf(new TreeMap<>(tags));
    if (limit < 0) {
      throw new IllegalArgumentException("limit: cannot be negative: " + limit);
    }
  }

  /** The newest commits. */
  public static LogQuery newest(int limit) {
    return new LogQuery(
        Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Window.ALL, limit);
  }

  /** Only commits of this function, by simple, qualified or bare method name. */
  public LogQuery function(String name) {
    return new LogQuery(Optional.of(name), fingerprint, status, tags, window, limit);
  }

  /** Only commits of this key. */
  public LogQuery fingerprint(Fingerprint key) {
    return new LogQuery(function, Optional.of(key), status, tags, window, limit);
  }

  /** Only commits of this status. */
  public LogQuery status(Commit.Status wanted) {
    return new LogQuery(function, fingerprint, Optional.of(wanted), tags, window, limit);
  }

  /** Only commits with this tag. */
  public LogQuery tag(String key, String value) {
    return with(key, Optional.of(value));
  }

  /** Only commits with a tag of this key. */
  public LogQuery tag(String key) {
    return with(key, Optional.empty());
  }

  /** Only commits completed at this moment or later. */
  public LogQuery since(Instant since) {
    Window narrowed = new Window(Optional.of(since), window.until(), window.skip());
    return new LogQuery(function, fingerprint, status, tags, narrowed, limit);
  }

  /** Only commits completed before this moment. */
  public LogQuery until(Instant until) {
    Window narrowed = new Window(window.since(), Optional.of(until), window.skip());
    return new LogQuery(function, fingerprint, status, tags, narrowed, limit);
  }

  /** Passes over so many matching commits first. */
  public LogQuery skip(int skip) {
    Window moved = new Window(window.since(), window.until(), skip);
    return new LogQuery(function, fingerprint, status, tags, moved, limit);
  }

  private LogQuery with(String key, Optional<String> value) {
    TreeMap<String, Optional<String>> more = new TreeMap<>(tags);
    more.put(key, value);
    return new LogQuery(function, fingerprint, status, more, window, limit);
  }
}
