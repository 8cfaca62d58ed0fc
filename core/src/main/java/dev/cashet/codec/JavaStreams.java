package dev.cashet.codec;

import dev.cashet.canonical.Confidential;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Java serialization behind an allow-list and limits. What is written is read back at once, so that it is sure to come back. */
final class JavaStreams {
  private static final int MAX_DEPTH = 200;
  /** Each level of a set of sets doubles the work of its hash code. */
  private static final int MAX_HASHED_DEPTH = 16;

  private static final long MAX_REFERENCES = 10_000_000;

  private JavaStreams() {}

  static byte[] write(Object value, Encoder to) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream stream = new Noting(bytes, to)) {
      stream.writeObject(value);
    } catch (IOException | RuntimeException e) {
      throw to.refusal(
          value,
          "Java serialization refuses it (" + e
              + "); return its data as a record, a collection or an array",
          e);
    }
    byte[] written = bytes.toByteArray();
    ClassLoader own = value.getClass().getClassLoader();
    ClassLoader loader = own == null ? ClassLoader.getSystemClassLoader() : own;
    try {
      read(written, loader, name -> isUsers(name, loader));
    } catch (IOException | ClassNotFoundException | RuntimeException e) {
      throw to.refusal(
          value,
          "it can be written but not read back (" + e
              + "); return its data as a record, a collection or an array",
          e);
    }
    return written;
  }

  /** Tells the encoder which classes are written. */
  private static final class Noting extends ObjectOutputStream {
    private final Encoder to;

    Noting(OutputStream out, Encoder to) throws IOException {
      super(out);
      this.to = to;
      enableReplaceObject(true);
    }

    @Override
    protected Object replaceObject(Object object) {
      if (object instanceof Confidential) {
        throw to.refusal(object, "a secret is never stored", null);
      }
      return object;
    }

    @Override
    protected void annotateClass(Class<?> type) {
      to.contains(type);
    }
  }

  /** What a reader will allow at most: the platform's classes are on a list or never. */
  private static boolean isUsers(String name, ClassLoader loader) {
    try {
      return !Jdk.owns(Class.forName(name, false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  static @Nullable Object read(byte[] bytes, ClassLoader loader, Predicate<String> allowed)
      throws IOException, ClassNotFoundException {
    try (Input in = new Input(new ByteArrayInputStream(bytes), loader, allowed)) {
      in.setObjectInputFilter(new Limits(bytes.length));
      return in.readObject();
    }
  }

  /** The limits of one stream. A class is given once, when it is described; after that depth alone is known. */
  private static final class Limits implements ObjectInputFilter {
    private final int size;
    private boolean hashed;

    Limits(int size) {
      this.size = size;
    }

    @Override
    public Status checkInput(FilterInfo info) {
      Class<?> type = info.serialClass();
      hashed |=
          type != null && (Map.class.isAssignableFrom(type) || Set.class.isAssignableFrom(type));
      boolean tooMuch = info.depth() > (hashed ? MAX_HASHED_DEPTH : MAX_DEPTH)
          || info.references() > MAX_REFERENCES
          || info.arrayLength() > 2L * size + 16;
      return tooMuch ? Status.REJECTED : Status.ALLOWED;
    }
  }

  /** Asks by name before a class is loaded. */
  private static final class Input extends ObjectInputStream {
    private final ClassLoader loader;
    private final Predicate<String> allowed;

    Input(InputStream in, ClassLoader loader, Predicate<String> allowed) throws IOException {
      super(in);
      this.loader = loader;
      this.allowed = allowed;
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description)
        throws IOException, ClassNotFoundException {
      String name = description.getName();
      if (!Allowed.inJavaStream(name, loader) && !allowed.test(Allowed.element(name))) {
        throw new InvalidClassException(name, "not on the allow-list");
      }
      return Classes.byName(name, loader);
    }

    @Override
    protected Class<?> resolveProxyClass(String[] interfaces) throws IOException {
      throw new InvalidClassException("a proxy of " + String.join(", ", interfaces), "never read");
    }
  }
}
