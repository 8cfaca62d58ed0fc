package dev.cashet.identity.bytecode;

import java.lang.invoke.SerializedLambda;

/**
 * The part of a function's meaning that lies in its interface: it may widen, box or convert what the code takes and
 * gives. Cashet's own interfaces pass references only and adapt nothing, so that all forms of one call stay equal.
 */
final class Adaptation {
  private Adaptation() {}

  static String of(SerializedLambda form) {
    return of(
        form.getFunctionalInterfaceClass(),
        form.getFunctionalInterfaceMethodName(),
        form.getFunctionalInterfaceMethodSignature(),
        form.getInstantiatedMethodType());
  }

  /**
   * Empty for cashet's interfaces.
   *
   * @param type the interface
   * @param method its method
   * @param erased the method's descriptor
   * @param exact the descriptor with the types of this use
   */
  static String of(String type, String method, String erased, String exact) {
    return FunctionalInterfaces.isOurs(type) ? "" : type + "." + method + erased + " as " + exact;
  }
}
