package dev.cashet.identity.bytecode;

import dev.cashet.canonical.UnhashableException;
import dev.cashet.model.Invocation;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** From the object that the user passed to the code behind it and the values it is applied to. */
final class Resolver {
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
      return ofLambda(function, invocation.arguments());
    }
    if (Proxy.isProxyClass(function.getClass())) {
      throw refusal(
          function,
          "a dynamic proxy (a Groovy closure, for example) has no code of its own; pass a lambda, a"
              + " method reference or an object of a named class");
    }
    return ofObject(function, invocation.arguments());
  }

  private CodeTarget ofLambda(Object function, List<? extends @Nullable Object> arguments) {
    SerializedLambda form = LambdaTap.read(function)
        .orElseThrow(() -> refusal(
            function,
            "a lambda or method reference whose interface is not Serializable cannot be"
                + " read; write it where it is passed, make its interface extend"
                + " Serializable, or use a named class"));
    CodeRef code = new CodeRef(
        form.getImplMethodKind(),
        form.getImplClass(),
        form.getImplMethodName(),
        form.getImplMethodSignature());
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < form.getCapturedArgCount(); i++) {
      values.add(form.getCapturedArg(i));
    }
    values.addAll(arguments);
    return LambdaSite.of(code, Adaptation.of(form), loaderOf(function)).apply(values);
  }

  private CodeTarget ofObject(Object function, List<? extends @Nullable Object> arguments) {
    Class<?> type = function.getClass();
    Method method = FunctionalInterfaces.methodOf(type)
        .orElseThrow(() -> refusal(
            function,
            "it is not clear which of its methods is the function: it should implement"
                + " exactly one interface with one abstract method"));
    CodeRef code = new CodeRef(
        org.objectweb.asm.Opcodes.H_INVOKEVIRTUAL,
        Type.getInternalName(type),
        method.getName(),
        Type.getMethodDescriptor(method));
    List<@Nullable Object> values = new ArrayList<>();
    values.add(function);
    values.addAll(arguments);
    String descriptor = Type.getMethodDescriptor(method);
    String adaptation = Adaptation.of(
        Type.getInternalName(method.getDeclaringClass()), method.getName(), descriptor, descriptor);
    return new FunctionSite(code, Names.of(code), loaderOf(function), adaptation).apply(values);
  }

  private static ClassLoader loaderOf(Object function) {
    ClassLoader loader = function.getClass().getClassLoader();
    return loader == null ? ClassLoader.getSystemClassLoader() : loader;
  }

  private static UnhashableException refusal(Object function, String reason) {
    return new UnhashableException("function", function.getClass().getName(), reason);
  }
}
