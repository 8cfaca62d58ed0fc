package dev.cashet;

import dev.cashet.model.Invocation;

/** A call whose caller wants the value, and errors as if nobody stood between. */
final class Plain {
  private Plain() {}

  /**
   * The value of a call.
   *
   * @throws Exception what the task threw, as it is; a timeout and all that is not the task's own are thrown as submit does
   */
  static <R> R load(View view, Invocation call) throws Exception {
    try {
      return view.<R>submit(call).load();
    } catch (TaskTimeoutException e) {
      throw e;
    } catch (TaskException e) {
      Throwable cause = e.getCause();
      if (cause instanceof Error error) {
        throw error;
      }
      throw cause instanceof Exception exception ? exception : e;
    }
  }
}
