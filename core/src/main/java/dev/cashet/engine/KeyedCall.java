package dev.cashet.engine;

import dev.cashet.canonical.ArgumentForms;
import dev.cashet.canonical.Redaction;
import dev.cashet.event.CashetEvent;
import dev.cashet.identity.FunctionKey;
import dev.cashet.identity.Target;
import dev.cashet.model.Commit;
import dev.cashet.model.Digest;
import dev.cashet.model.Fingerprint;
import dev.cashet.model.FunctionName;
import dev.cashet.model.Invocation;
import java.util.List;

/**
 * A call whose key is known.
 *
 * @param request the submission
 * @param policy what the caller asked for
 * @param target the code behind the function object and its arguments
 * @param function the identity of that code
 * @param arguments the identity of the arguments
 * @param fingerprint the key
 */
public record KeyedCall(
    Request request,
    Policy policy,
    Target target,
    FunctionKey function,
    Arguments arguments,
    Fingerprint fingerprint) {
  /**
   * The identity of the arguments.
   *
   * @param forms one for each argument, ignored ones included
   * @param all the digest of all that are not ignored
   * @param inputs stored results among them, each once
   * @param redaction takes the secrets among them out of messages
   */
  public record Arguments(
      ArgumentForms forms, Digest all, List<Commit.Input> inputs, Redaction redaction) {
    /** Copies the lists. */
    public Arguments {
      inputs = List.copyOf(inputs);
    }

    /** One digest for each argument, ignored ones included. */
    List<Digest> each() {
      return forms.each();
    }
  }

  Invocation invocation() {
    return request.invocation();
  }

  /** The call as events name it. */
  CashetEvent.Call asEvent() {
    return new CashetEvent.Call(name(), fingerprint);
  }

  /** The function's name, or what the caller wants it to be called. */
  public FunctionName name() {
    return policy.name().map(name -> new FunctionName(name, name)).orElseGet(target::name);
  }
}
