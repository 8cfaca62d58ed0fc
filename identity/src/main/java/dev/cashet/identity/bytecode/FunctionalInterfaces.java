package dev.cashet.identity.bytecode;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.Type;

/** The one abstract method that a function object implements. */
final class FunctionalInterfaces {
  private static final Pattern OURS = Pattern.compile("dev[./]cashet[./]Fn[0-9]");

  private FunctionalInterfaces() {}

  /** Whether it is one of cashet's own interfaces, which adapt nothing: all their types are references. */
  static boolean isOurs(String name) {
    return OURS.matcher(name).matches();
  }

  /** The method to call on objects of the class; empty if no interface of it, or more than one, could be meant. */
  static Optional<Method> methodOf(Class<?> type) {
    Map<String, Method> found = new LinkedHashMap<>();
    for (Class<?> each : interfacesOf(type)) {
      Optional<Method> single = single(each);
      if (single.isPresent() && isOurs(single.get().getDeclaringClass().getName())) {
        return single;
      }
      single.ifPresent(
          method -> found.putIfAbsent(method.getName() + Type.getMethodDescriptor(method), method));
    }
    return found.size() == 1 ? Optional.of(found.values().iterator().next()) : Optional.empty();
  }

  private static Optional<Method> single(Class<?> type) {
    List<Method> open = new ArrayList<>();
    for (Method method : type.getMethods()) {
      if (Modifier.isAbstract(method.getModifiers()) && !isObjects(method)) {
        open.add(method);
      }
    }
    return open.size() == 1 ? Optional.of(open.get(0)) : Optional.empty();
  }

  private static boolean isObjects(Method method) {
    try {
      Object.class.getMethod(method.getName(), method.getParameterTypes());
      return true;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  private static Set<Class<?>> interfacesOf(Class<?> type) {
    Set<Class<?>> all = new LinkedHashSet<>();
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      Arrays.stream(each.getInterfaces()).forEach(next -> addAll(next, all));
    }
    return all;
  }

  private static void addAll(Class<?> type, Set<Class<?>> all) {
    if (all.add(type)) {
      Arrays.stream(type.getInterfaces()).forEach(next -> addAll(next, all));
    }
  }
}
