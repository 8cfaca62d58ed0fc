package dev.cashet.identity.bytecode;

import dev.cashet.model.Digest;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/** A class file of the user's. What it says is read when it is asked for: most files never are. */
final class UserClass {
  private final byte[] bytes;
  private volatile @Nullable Digest digest;
  private volatile @Nullable ClassHeader header;
  private volatile SoftReference<Contents> contents = new SoftReference<>(null);

  /** What only some functions ask for. */
  private record Contents(Set<String> named, List<Lambdas.Made> lambdas) {}

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

  ClassHeader header() {
    ClassHeader known = header;
    if (known == null) {
      known = ClassHeader.of(bytes);
      header = known;
    }
    return known;
  }

  /** Internal names of the classes that it names. */
  Set<String> named() {
    return contents().named();
  }

  /** The lambdas and method references that it makes. */
  List<Lambdas.Made> lambdas() {
    return contents().lambdas();
  }

  private Contents contents() {
    Contents known = contents.get();
    if (known == null) {
      known = new Contents(ConstantPool.classNames(bytes), Lambdas.of(bytes));
      contents = new SoftReference<>(known);
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
