package dev.cashet.event;

/**
 * Is told what happens to calls, in the thread in which it happens: return soon. What it throws is logged and changes
 * nothing. Safe for many threads.
 */
@FunctionalInterface
public interface CashetListener {
  /** Something happened; new kinds of events may come. */
  void on(CashetEvent event);
}
