package dev.cashet.codec;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** Records and objects of the user's classes: made only if the class is allowed and has the fields that were stored. */
final class ObjectReader {
  private ObjectReader() {}

  static Object read(int tag, Decoder from) throws IOException {
    return switch (tag) {
      case Wire.RECORD -> record(from);
      case Wire.OBJECT -> object(from);
      case Wire.JAVA -> java(from);
      default -> throw from.unknown(tag);
    };
  }

  private static ClassShape shape(Decoder from, boolean record) throws IOException {
    int index = from.classIndex();
    WireClass wire = from.wireClass(index);
    if (!wire.shaped()) {
      throw from.in.malformed("an object's class has no fields given");
    }
    Class<?> type = from.madeClass(wire, index);
    boolean fits = record ? type.isRecord() : !type.isRecord() && ObjectKinds.isPlain(type);
    if (!fits || Jdk.owns(type) || type.isArray() || type.isInterface() || type.isEnum()) {
      throw changed(wire, "it is another kind of class now");
    }
    ClassShape shape = ClassShape.of(type);
    if (shape.problem() != null) {
      throw changed(wire, shape.problem());
    }
    if (!shape.hasFields(wire.fields())) {
      throw changed(
          wire, "it had the fields " + wire.fields() + " and has " + shape.fields() + " now");
    }
    return shape;
  }

  private static UnreadableResultException changed(WireClass wire, @Nullable String how) {
    return new UnreadableResultException(
        "cannot read a stored result: the class "
            + wire.name()
            + " has changed since it was stored: "
            + how
            + "; the task has to run again",
        null);
  }

  private static Object record(Decoder from) throws IOException {
    int before = from.mark();
    ClassShape shape = shape(from, true);
    @Nullable Object[] components = new Object[shape.fields().size()];
    for (int i = 0; i < components.length; i++) {
      components[i] = field(shape.fields().get(i), from);
    }
    if (from.isIncomplete()) {
      throw from.in.malformed("a record holds an object that is not complete");
    }
    from.release(before, () -> {});
    return make(shape, components);
  }

  private static @Nullable Object field(FieldShape field, Decoder from) throws IOException {
    Object primitive = PrimitiveFields.read(field.type(), from.in);
    return primitive == null ? from.part() : primitive;
  }

  private static Object make(ClassShape shape, @Nullable Object... components) {
    try {
      return shape.make(components);
    } catch (IllegalArgumentException e) {
      throw mismatch(shape, e);
    } catch (InvocationTargetException e) {
      throw new UnreadableResultException(
          "cannot read a stored result: the constructor of "
              + shape.type().getName()
              + " refuses what was stored",
          e.getCause());
    }
  }

  private static UnreadableResultException mismatch(ClassShape shape, Exception cause) {
    return new UnreadableResultException(
        "cannot read a stored result: a field of " + shape.type().getName()
            + " has a value of another type",
        cause);
  }

  private static Object object(Decoder from) throws IOException {
    ClassShape shape = shape(from, false);
    Object object = make(shape);
    int number = from.begin(object);
    int count = shape.fields().size();
    for (int i = 0; i < count; i++) {
      Object value = field(shape.fields().get(i), from);
      try {
        shape.set(object, i, value);
      } catch (IllegalArgumentException e) {
        throw mismatch(shape, e);
      }
    }
    from.end(number, true);
    return object;
  }

  private static Object java(Decoder from) throws IOException {
    Class<?> type = javaClass(from);
    byte[] bytes = from.in.raw(from.in.count());
    Object value;
    try {
      value = JavaStreams.read(bytes, from.context().loader(), from.context().allowed());
    } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError e) {
      throw new UnreadableResultException(
          "cannot read a stored result: " + type.getName() + " does not come back ("
              + e.getMessage() + ")",
          e);
    }
    if (value == null) {
      throw from.in.malformed("an object of " + type.getName() + " is missing");
    }
    return value;
  }

  private static Class<?> javaClass(Decoder from) throws IOException {
    int index = from.classIndex();
    WireClass wire = from.wireClass(index);
    return Allowed.inJavaStream(wire.name(), from.context().loader())
        ? from.platformClass(wire)
        : from.madeClass(wire, index);
  }
}
