package dev.cashet.executor.process;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls a function object by its one abstract method, or a method on the first of its arguments. */
final class Calls {
  private Calls() {}

  /**
   * What the function returns.
   *
   * @throws Exception what it throws
   */
  static @Nullable Object call(Object function, List<? extends @Nullable Object> arguments)
      throws Exception {
    boolean named = function instanceof Method;
    Method method = function instanceof Method itself ? itself : method(function, arguments.size());
    method.setAccessible(true);
    try {
      return named
          ? method.invoke(
              arguments.get(0), arguments.subList(1, arguments.size()).toArray())
          : method.invoke(function, arguments.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof Exception exception ? exception : e;
    }
  }

  private static Method method(Object function, int parameters) {
    Set<Class<?>> interfaces = new LinkedHashSet<>();
    for (Class<?> at = function.getClass(); at != null; at = at.getSuperclass()) {
      add(at, interfaces);
    }
    for (Class<?> each : interfaces) {
      List<Method> candidates = java.util.Arrays.stream(each.getMethods())
          .filter(method -> Modifier.isAbstract(method.getModifiers()))
          .filter(method -> !isObjects(method))
          .toList();
      if (candidates.size() == 1 && candidates.get(0).getParameterCount() == parameters) {
        return candidates.get(0);
      }
    }
    throw new IllegalArgumentException("no functional interface of "
        + function.getClass().getName()
        + " has a method of "
        + parameters
        + " parameters");
  }

  private static void add(Class<?> type, Set<Class<?>> interfaces) {
    for (Class<?> each : type.getInterfaces()) {
      if (interfaces.add(each)) {
        add(each, interfaces);
      }
    }
  }

  private static boolean isObjects(Method method) {
    try {
      Object.class.getMethod(method.getName(), method.getParameterTypes());
      return true;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }
}
