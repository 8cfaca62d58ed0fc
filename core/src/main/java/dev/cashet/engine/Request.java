package dev.cashet.engine;

import dev.cashet.identity.Target;
import dev.cashet.model.Invocation;
import java.util.function.Function;

/**
 * One submission.
 *
 * @param invocation the call
 * @param policy what the caller asked for, once the called method and its annotations are known
 */
public record Request(Invocation invocation, Function<Target, Policy> policy) {}
