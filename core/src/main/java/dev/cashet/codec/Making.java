package dev.cashet.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Objects without running a constructor of the user's. Java serialization has the means; the module {@code
 * jdk.unsupported} offers it to others and exists for libraries like this one (JEP 260). Where the module is absent, a
 * constructor without parameters is used. Rejected: {@code Unsafe.allocateInstance}, which is on its way out; streams
 * made up for {@link java.io.ObjectInputStream}, which run the class's own hooks and cost microseconds.
 */
final class Making {
  private static final @Nullable Object FACTORY;
  private static final @Nullable Method MAKER;

  static {
    Object factory = null;
    Method maker = null;
    try {
      Class<?> type = Class.forName("sun.reflect.ReflectionFactory");
      factory = type.getMethod("getReflectionFactory").invoke(null);
      maker = type.getMethod("newConstructorForSerialization", Class.class, Constructor.class);
    } catch (ReflectiveOperationException | LinkageError e) {
      factory = null;
    }
    FACTORY = factory;
    MAKER = maker;
  }

  private Making() {}

  static @Nullable Constructor<?> constructor(Class<?> type) {
    if (FACTORY != null && MAKER != null) {
      try {
        Constructor<?> plain = Object.class.getDeclaredConstructor();
        return (Constructor<?>) MAKER.invoke(FACTORY, type, plain);
      } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
        return own(type);
      }
    }
    return own(type);
  }

  private static @Nullable Constructor<?> own(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException | InaccessibleObjectException e) {
      return null;
    }
  }
}
