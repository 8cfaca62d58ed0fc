package dev.cashet.identity.bytecode;

/**
 * A class file of the user's.
 *
 * @param header read of it
 * @param bytes the file; not changed by anyone
 */
@SuppressWarnings("ArrayRecordComponent")
record UserClass(ClassHeader header, byte[] bytes) {
  static UserClass of(byte[] bytes) {
    return new UserClass(ClassHeader.of(bytes), bytes);
  }
}
