package dev.cashet.identity.bytecode;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Boxed values under the JVM's rules for primitive ones, where boolean, byte, short and char are ints. */
final class Primitives {
  private static final Map<String, Type> BOXES = Map.of(
      "java/lang/Boolean", Type.BOOLEAN_TYPE,
      "java/lang/Byte", Type.BYTE_TYPE,
      "java/lang/Character", Type.CHAR_TYPE,
      "java/lang/Short", Type.SHORT_TYPE,
      "java/lang/Integer", Type.INT_TYPE,
      "java/lang/Long", Type.LONG_TYPE,
      "java/lang/Float", Type.FLOAT_TYPE,
      "java/lang/Double", Type.DOUBLE_TYPE);

  private static final String SCALA_BOXES = "scala/runtime/BoxesRunTime";

  private Primitives() {}

  static @Nullable Type typeOfBox(String internalName) {
    return BOXES.get(internalName);
  }

  static boolean isPrimitive(Type type) {
    return type.getSort() > Type.VOID && type.getSort() < Type.ARRAY;
  }

  /** The primitive type that a call boxes, null if the call is something else. */
  static @Nullable Type boxedBy(String owner, String name, String descriptor) {
    if (owner.equals(SCALA_BOXES) && name.startsWith("boxTo")) {
      return Type.getArgumentTypes(descriptor)[0];
    }
    Type type = BOXES.get(owner);
    boolean boxes = type != null
        && name.equals("valueOf")
        && descriptor.equals("(" + type.getDescriptor() + ")L" + owner + ";");
    return boxes ? type : null;
  }

  /** The primitive type that a call unboxes its receiver or argument to, null if the call is something else. */
  static @Nullable Type unboxedBy(String owner, String name, String descriptor) {
    if (owner.equals(SCALA_BOXES) && name.startsWith("unboxTo")) {
      return Type.getReturnType(descriptor);
    }
    Type type = BOXES.get(owner);
    boolean unboxes = type != null
        && name.equals(type.getClassName() + "Value")
        && descriptor.equals("()" + type.getDescriptor());
    return unboxes ? type : null;
  }

  /** Whether the value is a box of exactly this primitive type. */
  static boolean isBoxOf(Type type, @Nullable Object value) {
    return value != null && boxOf(type.getSort()) == value.getClass();
  }

  private static @Nullable Class<?> boxOf(int sort) {
    return switch (sort) {
      case Type.BOOLEAN -> Boolean.class;
      case Type.CHAR -> Character.class;
      case Type.BYTE -> Byte.class;
      case Type.SHORT -> Short.class;
      case Type.INT -> Integer.class;
      case Type.FLOAT -> Float.class;
      case Type.LONG -> Long.class;
      case Type.DOUBLE -> Double.class;
      default -> null;
    };
  }

  /**
   * The value as a parameter of this type receives it: ints become the narrow types that bytecode passes as ints, and
   * narrower numbers are widened. References pass.
   */
  static @Nullable Object coerce(Type type, @Nullable Object value) throws NotACall {
    if (!isPrimitive(type) || isBoxOf(type, value)) {
      return value;
    }
    if (value instanceof Boolean flag) {
      return coerce(type, flag ? 1 : 0);
    }
    if (value instanceof Character letter) {
      return coerce(type, (int) letter);
    }
    if (!(value instanceof Number number)) {
      throw new NotACall("null or a reference where " + type.getClassName() + " is wanted");
    }
    boolean wide = number instanceof Long;
    boolean floating = number instanceof Float || number instanceof Double;
    return switch (type.getSort()) {
      case Type.DOUBLE -> number.doubleValue();
      case Type.FLOAT -> narrowed(number instanceof Double, number.floatValue());
      case Type.LONG -> narrowed(floating, number.longValue());
      case Type.INT -> narrowed(wide || floating, number.intValue());
      case Type.SHORT -> narrowed(wide || floating, number.shortValue());
      case Type.BYTE -> narrowed(wide || floating, number.byteValue());
      case Type.CHAR -> narrowed(wide || floating, (char) number.intValue());
      default -> narrowed(wide || floating, number.intValue() != 0);
    };
  }

  private static Object narrowed(boolean refused, Object value) throws NotACall {
    if (refused) {
      throw new NotACall("a conversion that bytecode does not make");
    }
    return value;
  }

  /** The result of a conversion instruction. */
  static Object convert(int opcode, @Nullable Object value) throws NotACall {
    Object widened = value instanceof Character || value instanceof Boolean
        ? coerce(Type.INT_TYPE, value)
        : value;
    if (!(widened instanceof Number number)) {
      throw new NotACall("conversion of something that is no number");
    }
    // a switch statement: a conditional expression would promote the boxed types
    switch (opcode) {
      case Opcodes.I2L, Opcodes.F2L, Opcodes.D2L:
        return wholeOf(number, Long.class);
      case Opcodes.L2I, Opcodes.F2I, Opcodes.D2I:
        return wholeOf(number, Integer.class);
      case Opcodes.I2F, Opcodes.L2F, Opcodes.D2F:
        return number.floatValue();
      case Opcodes.I2D, Opcodes.L2D, Opcodes.F2D:
        return number.doubleValue();
      case Opcodes.I2B:
        return (int) number.byteValue();
      case Opcodes.I2C:
        return (int) (char) number.intValue();
      case Opcodes.I2S:
        return (int) number.shortValue();
      default:
        throw new NotACall("opcode " + opcode);
    }
  }

  /** Number's own methods follow the JVM's conversions for the type they stand on. */
  private static Object wholeOf(Number number, Class<? extends Number> wanted) {
    if (wanted == Long.class) {
      return number.longValue();
    }
    return number.intValue();
  }
}
