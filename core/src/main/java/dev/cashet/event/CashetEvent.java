package dev.cashet.event;

import dev.cashet.model.CommitId;
import dev.cashet.model.Finding;
import dev.cashet.model.Fingerprint;
import dev.cashet.model.FunctionName;
import java.time.Duration;
import java.util.List;

/** Something that happened to a call. */
public sealed interface CashetEvent {
  /** Which call. */
  Call call();

  /**
   * A call, by what people know it and by its key.
   *
   * @param function the function's name, or what the caller wants it to be called
   * @param fingerprint the key
   */
  record Call(FunctionName function, Fingerprint fingerprint) {}

  /**
   * There was a result: stored before, or made by someone else meanwhile.
   *
   * @param call the call
   * @param commit the commit that holds it
   * @param saved how long the run behind it took
   */
  record Hit(Call call, CommitId commit, Duration saved) implements CashetEvent {}

  /**
   * An attempt begins.
   *
   * @param call the call
   * @param attempt which, from 1
   */
  record Started(Call call, int attempt) implements CashetEvent {}

  /**
   * An attempt failed and another follows.
   *
   * @param call the call
   * @param attempt which failed, from 1
   * @param reason why, in a few words
   * @param pause how long until the next
   */
  record Retried(Call call, int attempt, String reason, Duration pause) implements CashetEvent {}

  /**
   * Someone else is at the call, and has been for a while.
   *
   * @param call the call
   * @param owner who, for people: a process and its host
   * @param waited for how long so far
   */
  record Waiting(Call call, String owner, Duration waited) implements CashetEvent {}

  /**
   * The call ran here and its result is kept.
   *
   * @param call the call
   * @param commit the commit that holds it
   * @param took how long the last attempt ran
   * @param attempts how many there were
   */
  record Finished(Call call, CommitId commit, Duration took, int attempts) implements CashetEvent {}

  /**
   * The call ran here and failed for good.
   *
   * @param call the call
   * @param commit the commit that records it
   * @param cause why
   * @param took how long the last attempt ran
   * @param attempts how many there were
   */
  record Failed(Call call, CommitId commit, Throwable cause, Duration took, int attempts)
      implements CashetEvent {}

  /**
   * The function does what its identity cannot vouch for; told once per function and program.
   *
   * @param call the call by which it was met
   * @param findings holes and impurities
   */
  record Found(Call call, List<Finding> findings) implements CashetEvent {
    /** Copies the list. */
    public Found {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Reading the program's code took noticeably long.
   *
   * @param call the call that needed it
   * @param classes how many classes were read
   * @param took how long that took
   */
  record Indexed(Call call, int classes, Duration took) implements CashetEvent {}
}
