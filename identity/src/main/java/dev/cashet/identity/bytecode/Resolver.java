package dev.cashet.identity.bytecode;

import dev.cashet.canonical.UnhashableException;
import dev.cashet.model.Invocation;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the object that the user passed to the code behind it and the values it is applied to. */
final class Resolver {
  private final LambdaObjects lambdas = new LambdaObjects();
  private final FunctionObjects objects = new FunctionObjects();
  private final MethodObjects methods = new MethodObjects();

  /** Whether the object is a lambda or a method reference (or claims to be: other hidden classes have no identity). */
  boolean isFunction(Object value) {
    return value.getClass().isHidden() || value instanceof FunctionSymbol;
  }

  CodeTarget resolve(Invocation invocation) {
    Object function = invocation.function();
    if (function instanceof FunctionSymbol symbol) {
      List<@Nullable Object> values = new ArrayList<>(symbol.captured());
      values.addAll(invocation.arguments());
      return symbol.site().apply(values);
    }
    if (function.getClass().isHidden()) {
      return lambdas.resolve(function, invocation.arguments());
    }
    if (function instanceof Method method) {
      return methods.resolve(method, invocation.arguments());
    }
    if (Proxy.isProxyClass(function.getClass())) {
      throw refusal(
          function,
          "a dynamic proxy (a Groovy closure, for example) has no code of its own; pass a lambda, a"
              + " method reference or an object of a named class");
    }
    return objects.resolve(function, invocation.arguments());
  }

  static ClassLoader loaderOf(Object function) {
    ClassLoader loader = function.getClass().getClassLoader();
    return loader == null ? ClassLoader.getSystemClassLoader() : loader;
  }

  static UnhashableException refusal(Object function, String reason) {
    return new UnhashableException("function", function.getClass().getName(), reason);
  }
}
