package dev.cashet.identity.bytecode;

/** A body, or the values it is applied to, that cannot be read as one call; it is then hashed as a lambda. */
final class NotACall extends Exception {
  private static final long serialVersionUID = 1L;

  NotACall(String why) {
    super(why, null, false, false);
  }
}
