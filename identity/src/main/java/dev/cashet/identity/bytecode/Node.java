package dev.cashet.identity.bytecode;

/**
 * A part of the graph that a function reaches.
 *
 * @param kind what it is
 * @param owner internal name of the class
 * @param member selector of a method or call, name and descriptor of a field, else empty
 */
record Node(Kind kind, String owner, String member) {
  /** What a node stands for. */
  enum Kind {
    /** Code of a method. */
    METHOD,
    /** A class's supertypes, fields and annotations. */
    SHAPE,
    /** That objects of the class can exist: what others can call back on them. */
    INSTANCE,
    /** What runs when the class is initialised. */
    INITIALISER,
    /** What computes one static field. */
    FIELD,
    /** A virtual call: the set of methods it can run. */
    CALL,
    /** All classes below a type, as a set. */
    SUBTYPES,
    /** A whole class that the user named, as a set. */
    WHOLE
  }

  // written out: what the compiler makes is linked at run time, which costs a short program more
  // than all else
  @Override
  public int hashCode() {
    return (31 * owner.hashCode() + member.hashCode()) * 31 + kind.name().hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Node that
        && kind == that.kind
        && owner.equals(that.owner)
        && member.equals(that.member);
  }

  static Node of(Kind kind, ClassInfo type) {
    return new Node(kind, type.name(), "");
  }

  static Node method(ClassInfo.Selection method) {
    return new Node(Kind.METHOD, method.owner().name(), method.selector());
  }

  /** Whether its uses are a set, which has no order. */
  boolean isSet() {
    return kind == Kind.CALL || kind == Kind.SUBTYPES || kind == Kind.WHOLE;
  }
}
