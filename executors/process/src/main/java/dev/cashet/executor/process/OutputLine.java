package dev.cashet.executor.process;

/**
 * A line that a task wrote.
 *
 * @param task the task's name
 * @param pid its process
 * @param error whether it was written to standard error, or by the process beside the task
 * @param text the line without its end
 */
public record OutputLine(String task, long pid, boolean error, String text) {}
