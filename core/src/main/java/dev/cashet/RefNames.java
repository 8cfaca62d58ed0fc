package dev.cashet;

import java.io.InvalidObjectException;
import java.io.ObjectStreamException;
import java.io.Serializable;

/**
 * A reference in serialised form: the store and the commit. Reading it back needs a client of that store open in the
 * reading program.
 *
 * @param location the store
 * @param commitHash the commit that holds the result
 */
record RefNames(String location, String commitHash) implements Serializable {
  private static final long serialVersionUID = 1L;

  private Object readResolve() throws ObjectStreamException {
    Cashet client = OpenClients.of(location);
    if (client == null) {
      throw new InvalidObjectException("a reference to commit "
          + commitHash
          + " needs a client of its store: open "
          + location
          + " first");
    }
    return client.get(commitHash);
  }
}
