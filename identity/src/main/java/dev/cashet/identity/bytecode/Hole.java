package dev.cashet.identity.bytecode;

import java.util.List;

/**
 * A place in a canonical form that only the whole program can fill: the form of a class file depends on nothing but its
 * bytes, so whatever needs other classes is left open here, in order.
 */
sealed interface Hole {
  /** Whether the code can go on to return from here: error paths count for the identity but not for findings. */
  boolean isMain();

  /** A class whose name may be a compiler's: names with a dollar sign. */
  record OfClass(String name, boolean isMain) implements Hole {}

  /** A call or a method handle, by the opcode that calls. */
  record OfCall(int opcode, CodeRef code, boolean isMain) implements Hole {}

  /** An object of this class is made. */
  record OfNew(String owner, boolean isMain) implements Hole {}

  /** A field by its name and descriptor. */
  record OfField(String owner, String name, String descriptor, int opcode, boolean isMain)
      implements Hole {}

  /** A class as an object: reflection may make instances of it. */
  record OfLiteral(String name, boolean isMain) implements Hole {}

  /**
   * A switch on an enum, in whichever encoding.
   *
   * @param owner the class with the table, or the enum itself
   * @param table the field or method of the table, empty if the switch is on the ordinal
   * @param keys the numbers switched on
   * @param targets where each goes, as instruction numbers
   * @param otherwise where the others go
   */
  record OfSwitch(
      String owner,
      String table,
      List<Integer> keys,
      List<Integer> targets,
      int otherwise,
      boolean isMain)
      implements Hole {}
}
