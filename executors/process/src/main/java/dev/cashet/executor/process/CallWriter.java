package dev.cashet.executor.process;

import dev.cashet.codec.Serializers;
import dev.cashet.model.CashetException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * A function and what it is applied to as bytes, by Java serialization: a lambda is written as the place where it stands
 * and the values that it captured. Objects that are not {@link Serializable} go by cashet's own codec.
 */
final class CallWriter extends ObjectOutputStream {
  /**
   * A value by the codec.
   *
   * @param bytes what the codec wrote
   */
  // Not compared.
  record Coded(byte[] bytes) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * A method that is the function itself, as behind a proxy.
   *
   * @param owner its class
   * @param name its name
   * @param parameters their types
   */
  // Not compared.
  record Named(Class<?> owner, String name, Class<?>[] parameters) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  private CallWriter(OutputStream out) throws IOException {
    super(out);
    enableReplaceObject(true);
  }

  /**
   * The objects as bytes.
   *
   * @param what for the message
   * @throws IllegalArgumentException if one of them cannot be sent to another process
   */
  static byte[] write(String what, @Nullable Object objects) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CallWriter out = new CallWriter(bytes)) {
      out.writeObject(objects);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new IllegalArgumentException(
          "cannot send "
              + what
              + " to another process: "
              + reason(e)
              + "; pass data, make its class Serializable, or run the task with another executor",
          e);
    }
    return bytes.toByteArray();
  }

  private static String reason(Throwable e) {
    if (e instanceof NotSerializableException) {
      return "there is an object of class " + e.getMessage();
    }
    return e instanceof StackOverflowError
        ? "its parts are nested too deep for this thread's stack"
        : String.valueOf(e.getMessage());
  }

  @Override
  protected @Nullable Object replaceObject(@Nullable Object value) throws IOException {
    if (value == null || value instanceof Serializable) {
      return value;
    }
    if (value instanceof Method method) {
      return new Named(method.getDeclaringClass(), method.getName(), method.getParameterTypes());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Serializers.standard().write(value, bytes);
    } catch (CashetException e) {
      NotSerializableException refused =
          new NotSerializableException(value.getClass().getName());
      refused.initCause(e);
      throw refused;
    }
    return new Coded(bytes.toByteArray());
  }
}
