package dev.cashet.identity.corpus;

import java.util.List;
import java.util.concurrent.Callable;

/** A function object with what it is applied to, as a program of the corpus hands it over. */
public record Case(Object function, List<Object> arguments, Callable<?> body) {
  public static <A, R> Case of(Fn1<A, R> function, A argument) {
    return new Case(function, List.of(argument), () -> function.call(argument));
  }
}
