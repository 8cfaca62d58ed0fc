package dev.cashet.model;

/**
 * Why a run was made although its key had been run before. A commit without a cause is the first of its key, or was
 * written before causes were kept. The order is part of the format.
 */
public enum Cause {
  /** The caller asked for a run. */
  FORCED,
  /** Earlier runs of the key failed. */
  FAILED,
  /** The earlier result had outlived its time to live. */
  EXPIRED,
  /** The earlier result was older than the caller would take. */
  TOO_OLD,
  /** The earlier result's bytes were gone or damaged. */
  LOST,
  /** The earlier result was written by a codec that was not there. */
  UNREADABLE,
  /** Earlier runs of the key asked never to be served. */
  NEVER_SERVED
}
