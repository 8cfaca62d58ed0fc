package dev.cashet.identity.bytecode;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Methods by reflection as functions: each is what a reference to it is, its receiver the first argument. */
final class MethodObjects {
  private final ClassValue<Map<Method, FunctionSite>> sites = new ClassValue<>() {
    @Override
    protected Map<Method, FunctionSite> computeValue(Class<?> type) {
      return new ConcurrentHashMap<>();
    }
  };

  CodeTarget resolve(Method method, List<? extends @Nullable Object> arguments) {
    Object first = arguments.isEmpty() ? null : arguments.get(0);
    // the receiver's class may come from another loader than the method it inherits
    Class<?> home = method.getDeclaringClass().isInstance(first) && first != null
        ? first.getClass()
        : method.getDeclaringClass();
    if (home.getName().startsWith("REPL.")) {
      // a shell may define the code again in place
      return site(method, home).apply(arguments);
    }
    return sites.get(home).computeIfAbsent(method, each -> site(each, home)).apply(arguments);
  }

  private static FunctionSite site(Method method, Class<?> home) {
    CodeRef code = CodeRef.of(method);
    ClassLoader loader = home.getClassLoader();
    return new FunctionSite(
        code,
        Names.of(code),
        loader == null ? ClassLoader.getSystemClassLoader() : loader,
        Adaptation.NONE);
  }
}
