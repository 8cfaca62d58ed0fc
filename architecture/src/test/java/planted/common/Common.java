package planted.common;

/** A common ground. */
public final class Common {}
