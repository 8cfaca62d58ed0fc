package dev.cashet.executor.process;

/** What becomes of what tasks write to standard output and standard error. */
public enum Output {
  /** Each line goes to this program's own standard output or error, behind the name of its task and process. */
  PASS,
  /** Nothing is printed; the last lines are part of the message when a process is lost. */
  CAPTURE
}
