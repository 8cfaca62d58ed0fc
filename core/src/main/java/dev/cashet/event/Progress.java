package dev.cashet.event;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How far a batch or a map has come.
 *
 * @param title what it is, for people
 * @param counts of its tasks
 * @param elapsed since it began
 * @param ended whether this is the last that is told of it
 */
public record Progress(String title, Counts counts, Duration elapsed, boolean ended) {
  /**
   * Tasks by what became of them.
   *
   * @param done have ended
   * @param total in all; empty if that is not known
   * @param hits of those that ended: had a result already
   * @param failed of those that ended: have no result
   */
  public record Counts(long done, OptionalLong total, long hits, long failed) {}
}
