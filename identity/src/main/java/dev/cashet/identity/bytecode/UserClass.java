package dev.cashet.identity.bytecode;

import dev.cashet.model.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/** A class file of the user's. What it says is read when it is asked for: most files never are. */
final class UserClass {
  private final byte[] bytes;
  private volatile @Nullable Digest digest;

  private UserClass(byte[] bytes) {
    this.bytes = bytes;
  }

  /** These bytes, which nobody changes. */
  static UserClass of(byte[] bytes) {
    return new UserClass(bytes);
  }

  byte[] bytes() {
    return bytes;
  }

  /** The SHA-256 of the file. */
  Digest digest() {
    Digest known = digest;
    if (known == null) {
      known = FormWriter.digest(bytes, bytes.length);
      digest = known;
    }
    return known;
  }

  /** Internal names of its superclass and interfaces. */
  List<String> supertypes() {
    ClassReader reader = new ClassReader(bytes);
    List<String> supertypes = new ArrayList<>(Arrays.asList(reader.getInterfaces()));
    if (reader.getSuperName() != null) {
      supertypes.add(reader.getSuperName());
    }
    return supertypes;
  }
}
