package dev.cashet.identity.corpus;

import java.io.Serializable;

/** A function of one argument, for the programs of the corpus. */
@FunctionalInterface
public interface Fn1<A, R> extends Serializable {
  R call(A a) throws Exception;
}
