package dev.cashet.codec;

import java.io.IOException;
import java.io.Serializable;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Records and objects of the user's classes. */
final class ObjectKinds {
  private static final String WAYS_OUT =
      "return its data as a record, a collection or an array, or use another serializer";

  private ObjectKinds() {}

  static Kind of(Class<?> type) {
    if (type.isHidden() || type.isSynthetic()) {
      return Kinds.refuse("a function cannot be brought back; return what it computes");
    }
    if (Proxy.isProxyClass(type)) {
      return Kinds.refuse(
          "a proxy cannot be brought back; return the object behind it, or its data");
    }
    if (!Jdk.owns(type)) {
      if (type.isRecord()) {
        return ofShape(ClassShape.of(type));
      }
      if (isPlain(type)) {
        return AutoCloseable.class.isAssignableFrom(type)
                && !Serializable.class.isAssignableFrom(type)
            ? Kinds.refuse(
                "it is something to be closed, which cannot be brought back open; " + WAYS_OUT)
            : ofShape(ClassShape.of(type));
      }
    }
    if (Serializable.class.isAssignableFrom(type)) {
      return JavaKind::write;
    }
    String what = Jdk.owns(type)
        ? "this class of the Java platform has no known way back; "
        : "it extends " + foreign(type) + ", whose state cannot be read, and is not Serializable; ";
    return Kinds.refuse(what + WAYS_OUT);
  }

  private static final ClassValue<Boolean> PLAIN = new ClassValue<>() {
    @Override
    protected Boolean computeValue(Class<?> type) {
      return foreign(type).isEmpty() && !Hooks.has(type);
    }
  };

  /** Whether the fields are everything: no state in the platform's superclasses, no serialization hooks of its own. */
  static boolean isPlain(Class<?> type) {
    return PLAIN.get(type);
  }

  private static String foreign(Class<?> type) {
    Class<?> at = type.getSuperclass();
    while (at != null && !Jdk.owns(at)) {
      at = at.getSuperclass();
    }
    return at == null || at == Object.class || at == Number.class ? "" : at.getName();
  }

  private static Kind ofShape(ClassShape shape) {
    String problem = shape.problem();
    if (problem != null) {
      return Kinds.refuse(problem);
    }
    return shape.type().isRecord()
        ? (value, to) -> record(shape, value, to)
        : (value, to) -> object(shape, value, to);
  }

  private static void record(ClassShape shape, Object value, Encoder to) throws IOException {
    int before = to.seal();
    to.out.u8(Wire.RECORD);
    to.classShape(shape);
    fields(shape, value, to);
    to.unseal(before);
  }

  private static void object(ClassShape shape, Object value, Encoder to) throws IOException {
    if (to.refers(value)) {
      return;
    }
    to.out.u8(Wire.OBJECT);
    to.classShape(shape);
    fields(shape, value, to);
    to.ends(value, true);
  }

  private static void fields(ClassShape shape, Object value, Encoder to) throws IOException {
    int count = shape.fields().size();
    for (int i = 0; i < count; i++) {
      Object content = shape.get(value, i);
      if (shape.fieldType(i).isPrimitive() && content != null) {
        PrimitiveFields.write(content, to.out);
      } else {
        to.part(content, shape.fields().get(i).name());
      }
    }
  }

  /** The methods by which a class takes part in Java serialization. */
  private static final class Hooks {
    private Hooks() {}

    static boolean has(Class<?> type) {
      if (!Serializable.class.isAssignableFrom(type)) {
        return false;
      }
      if (java.io.Externalizable.class.isAssignableFrom(type)) {
        return true;
      }
      for (Class<?> at = type; at != null && !Jdk.owns(at); at = at.getSuperclass()) {
        if (declares(at, "writeObject", java.io.ObjectOutputStream.class)
            || declares(at, "readObject", java.io.ObjectInputStream.class)
            || declares(at, "writeReplace", null)
            || declares(at, "readResolve", null)) {
          return true;
        }
      }
      return false;
    }

    private static boolean declares(Class<?> type, String method, @Nullable Class<?> parameter) {
      try {
        Class<?>[] parameters = parameter == null ? new Class<?>[0] : new Class<?>[] {parameter};
        return type.getDeclaredMethod(method, parameters).getName().equals(method);
      } catch (NoSuchMethodException e) {
        return false;
      }
    }
  }
}
