package dev.cashet.identity.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Class files by name, as the class's loader gives them. */
final class ClassFiles {
  private ClassFiles() {}

  /** Whether the loader has the class's file. */
  static boolean exists(ClassLoader loader, String internalName) {
    try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
      return in != null;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the class file of " + internalName, e);
    }
  }

  /** The bytes of a class by its internal name; empty if the loader has no such resource. */
  static Optional<byte[]> read(ClassLoader loader, String internalName) {
    try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the class file of " + internalName, e);
    }
  }
}
