package dev.cashet.codec;

/**
 * One field as it is stored.
 *
 * @param owner the class that declares it; empty for the class of the object itself
 * @param name its name
 * @param type the name of its declared type
 */
record FieldShape(String owner, String name, String type) {
  @Override
  public String toString() {
    return type + " " + (owner.isEmpty() ? "" : owner + ".") + name;
  }
}
