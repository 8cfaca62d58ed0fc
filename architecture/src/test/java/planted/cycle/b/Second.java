package planted.cycle.b;

/** The other half of a cycle. */
public final class Second {
  /** The first half. */
  public planted.cycle.a.First first;
}
