package planted.store.one;

/** A store that knows another. */
public final class One {
  /** The other. */
  public planted.store.two.Two other;

  /** What belongs to the top. */
  public planted.common.Common top;
}
