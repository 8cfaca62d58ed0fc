package dev.cashet;

import dev.cashet.model.Invocation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The calls of an interface on one target, kept. */
final class CachedProxy implements InvocationHandler {
  private final View view;
  private final Class<?> type;
  private final Object target;
  private final Map<Method, Way> ways = new ConcurrentHashMap<>();

  private CachedProxy(View view, Class<?> type, Object target) {
    this.view = view;
    this.type = type;
    this.target = target;
  }

  /**
   * How a method is called.
   *
   * @param code the target's own method, whose identity and annotation count
   * @param view with the options of both methods' annotations
   */
  private record Way(Method code, View view) {}

  static <T> T of(View view, Class<T> type, T target) {
    Objects.requireNonNull(target, "target");
    require(type.isInterface() && !type.isAnnotation(), type, "it is no interface");
    require(!type.isSealed(), type, "it is sealed");
    require(!type.isHidden(), type, "it is hidden");
    require(type.isInstance(target), type, target.getClass().getName() + " does not implement it");
    CachedProxy handler = new CachedProxy(view, type, target);
    for (Method method : type.getMethods()) {
      if (!Modifier.isStatic(method.getModifiers())) {
        require(method.trySetAccessible(), type, "its package is not open to dev.cashet.core");
      }
    }
    try {
      return type.cast(
          Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "proxy: cannot implement " + type.getName() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given)
      throws Throwable {
    Object[] arguments = given == null ? new Object[0] : given;
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(method, arguments);
    }
    Way way = ways.computeIfAbsent(method, this::way);
    if (method.getReturnType() == void.class) {
      return call(method, arguments);
    }
    try {
      return Plain.load(way.view(), invocation(way, arguments, () -> call(method, arguments)));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      // An undeclared one can only have come by a trick; the caller could not catch it by its type
      // either.
      throw isDeclared(method, e) ? e : new java.lang.reflect.UndeclaredThrowableException(e);
    }
  }

  /** A lambda has no method that can be named, and is the function itself. */
  private Invocation invocation(Way way, Object[] arguments, Callable<?> body) {
    if (target.getClass().isHidden()) {
      return new Invocation(target, Arrays.asList(arguments), body);
    }
    List<@Nullable Object> all = new ArrayList<>();
    all.add(target);
    all.addAll(Arrays.asList(arguments));
    return new Invocation(way.code(), all, body);
  }

  private Object ofObject(Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> isSame(arguments[0]);
      case "hashCode" -> target.hashCode();
      default -> target.toString();
    };
  }

  /** Proxies are equal if they show equal targets through the same interface. */
  private boolean isSame(@Nullable Object other) {
    return other != null
        && Proxy.isProxyClass(other.getClass())
        && Proxy.getInvocationHandler(other) instanceof CachedProxy that
        && type == that.type
        && target.equals(that.target);
  }

  // The task's body throws what the method throws, and reflection lets only exceptions and errors
  // through.
  private @Nullable Object call(Method method, Object[] arguments) throws Exception {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private Way way(Method method) {
    // Tried on an equal one when the proxy was made.
    method.trySetAccessible();
    Method code = implementation(method);
    TaskOptions options = Annotated.of(code).orElse(Annotated.of(method));
    return new Way(code, view.orElse(options));
  }

  /** The method of the target's class that a call of the interface's method reaches, without the compiler's bridges. */
  private Method implementation(Method method) {
    Method found;
    try {
      found = target.getClass().getMethod(method.getName(), method.getParameterTypes());
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("an interface's method is not there: " + method, e);
    }
    if (!found.isBridge()) {
      return found;
    }
    List<Method> candidates = Arrays.stream(found.getDeclaringClass().getDeclaredMethods())
        .filter(each -> !each.isBridge() && isBridged(found, each))
        .toList();
    return candidates.size() == 1 ? candidates.get(0) : found;
  }

  private static boolean isBridged(Method bridge, Method method) {
    Class<?>[] wide = bridge.getParameterTypes();
    Class<?>[] narrow = method.getParameterTypes();
    boolean same = method.getName().equals(bridge.getName()) && wide.length == narrow.length;
    for (int i = 0; same && i < wide.length; i++) {
      same = wide[i].isAssignableFrom(narrow[i]);
    }
    return same && bridge.getReturnType().isAssignableFrom(method.getReturnType());
  }

  private static boolean isDeclared(Method method, Exception error) {
    return Arrays.stream(method.getExceptionTypes()).anyMatch(type -> type.isInstance(error));
  }

  private static void require(boolean holds, Class<?> type, String problem) {
    if (!holds) {
      throw new IllegalArgumentException("proxy: cannot serve " + type.getName() + ": " + problem);
    }
  }
}
