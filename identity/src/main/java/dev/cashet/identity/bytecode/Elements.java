package dev.cashet.identity.bytecode;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import org.objectweb.asm.Type;

/** Finds the reflective view of a method that bytecode names, initialising nothing. */
final class Elements {
  private Elements() {}

  /** A class by its internal name, not initialised; empty if it cannot be loaded. */
  static Optional<Class<?>> load(String internalName, ClassLoader loader) {
    try {
      return Optional.of(Class.forName(internalName.replace('/', '.'), false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** The method or constructor, looked for in the owner and its supertypes. */
  static Optional<AnnotatedElement> find(CodeRef code, ClassLoader loader) {
    try {
      return load(code.owner(), loader).flatMap(owner -> find(code, owner));
    } catch (LinkageError e) {
      // a type in some signature is missing: the code may still run, its annotations cannot be read
      return Optional.empty();
    }
  }

  private static Optional<AnnotatedElement> find(CodeRef code, Class<?> owner) {
    if (code.name().equals("<init>")) {
      return Arrays.stream(owner.getDeclaredConstructors())
          .filter(each -> Type.getConstructorDescriptor(each).equals(code.descriptor()))
          .findFirst()
          .map(each -> (Constructor<?>) each);
    }
    Deque<Class<?>> left = new ArrayDeque<>();
    left.add(owner);
    while (!left.isEmpty()) {
      Class<?> type = left.remove();
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals(code.name())
            && Type.getMethodDescriptor(method).equals(code.descriptor())) {
          return Optional.of(method.isBridge() ? behindBridge(method) : method);
        }
      }
      if (type.getSuperclass() != null) {
        left.add(type.getSuperclass());
      }
      left.addAll(Arrays.asList(type.getInterfaces()));
    }
    return Optional.empty();
  }

  /** The method that the user wrote, for a bridge that the compiler made. */
  private static Method behindBridge(Method bridge) {
    return Arrays.stream(bridge.getDeclaringClass().getDeclaredMethods())
        .filter(each -> !each.isBridge() && each.getName().equals(bridge.getName()))
        .filter(each -> narrows(each.getParameterTypes(), bridge.getParameterTypes()))
        .findFirst()
        .orElse(bridge);
  }

  private static boolean narrows(Class<?>[] written, Class<?>[] erased) {
    if (written.length != erased.length) {
      return false;
    }
    for (int i = 0; i < written.length; i++) {
      if (!erased[i].isAssignableFrom(written[i])) {
        return false;
      }
    }
    return true;
  }
}
