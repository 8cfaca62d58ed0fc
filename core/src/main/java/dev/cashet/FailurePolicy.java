package dev.cashet;

/** What a failure means for the tasks beside it. */
public enum FailurePolicy {
  /** Nothing new starts, what runs ends, and the failure is thrown. */
  FAIL_FAST,
  /** Everything that does not need the failed task runs, and the failure is one of the outcomes. */
  COLLECT
}
