package dev.cashet.engine;

import dev.cashet.identity.Target;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.GenericSignatureFormatError;
import java.lang.reflect.MalformedParameterizedTypeException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;

/** What a call's code says that it returns. */
final class ResultType {
  private ResultType() {}

  /** The called method's result type with its arguments, a constructor's class; {@code Object} if nothing is known. */
  static Type of(Target target) {
    AnnotatedElement element = target.element().orElse(Object.class);
    if (element instanceof Constructor<?> constructor) {
      return constructor.getDeclaringClass();
    }
    return element instanceof Method method ? generic(method) : Object.class;
  }

  private static Type generic(Method method) {
    try {
      return method.getGenericReturnType();
    } catch (GenericSignatureFormatError
        | TypeNotPresentException
        | MalformedParameterizedTypeException e) {
      return method.getReturnType();
    }
  }
}
