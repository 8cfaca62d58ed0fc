package dev.cashet.executor.process;

/**
 * One message between a program and the process of a task: a byte that says what it is, four bytes of length, the rest.
 *
 * @param kind what it is
 * @param bytes its content; of this object alone
 */
// Not compared: the array is the message itself, made for one reader.
record Frame(Kind kind, byte[] bytes) {
  /** More than any class file; longer things come in parts. */
  static final int MAX_BYTES = 16 << 20;

  static final int HEADER_BYTES = 5;

  /** What a message is. The order is the protocol: both ends are of one version. */
  enum Kind {
    /** The process is there. */
    READY,
    /** A piece of what the next frame ends. */
    PART,
    /** The end of a task to be run. */
    RUN,
    /** The task has been read and begins. */
    BEGUN,
    /** Interrupt the task. */
    CANCEL,
    /** A class is needed. */
    CLASS_ASKED,
    /** The class, or that there is none. */
    CLASS_GIVEN,
    /** Bytes of standard output. */
    OUT,
    /** Bytes of standard error. */
    ERR,
    /** The end of a result. */
    RETURNED,
    /** The end of an exception. */
    THREW,
    /** The result cannot be kept. */
    NOT_KEPT,
    /** The task could not be read. */
    NOT_READ
  }
}
