package planted.cycle.a;

/** Half of a cycle. */
public final class First {
  /** The other half. */
  public planted.cycle.b.Second second;
}
