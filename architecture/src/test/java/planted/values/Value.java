package planted.values;

import org.assertj.core.api.Assertions;

/** A value that uses a library. */
public final class Value {
  /** The library. */
  public Assertions library;
}
