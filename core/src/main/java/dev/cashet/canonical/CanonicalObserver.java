package dev.cashet.canonical;

import dev.cashet.model.Digest;
import dev.cashet.model.StoredValue;

/** What hashing a value meets on its way besides plain data. */
public interface CanonicalObserver {
  /**
   * An object of this class is part of the value: its code counts, since a call on the value may reach it. Also told of
   * enum constants' own classes and of records.
   */
  void instance(Class<?> type);

  /** A stored result is part of the value and was counted by its digest. */
  void reference(StoredValue value);

  /**
   * The identity of a function object (a lambda, a method reference) that is part of the value.
   *
   * @param path where, for messages
   * @throws UnhashableException if it has none
   */
  Digest function(Object function, String path);
}
