package dev.cashet.identity.bytecode;

import java.lang.invoke.SerializedLambda;

/**
 * The part of a function's meaning that lies in its interface: it may widen, box or convert what the code takes and
 * gives. Cashet's own interfaces pass references only and adapt nothing, so that all forms of one call stay equal.
 */
final class Adaptation {
  private Adaptation() {}

  static String of(SerializedLambda form) {
    String type = form.getFunctionalInterfaceClass();
    if (FunctionalInterfaces.isOurs(type)) {
      return "";
    }
    return type
        + "."
        + form.getFunctionalInterfaceMethodName()
        + form.getFunctionalInterfaceMethodSignature()
        + " as "
        + form.getInstantiatedMethodType();
  }

  static String of(String interfaceName, String descriptor) {
    return FunctionalInterfaces.isOurs(interfaceName)
        ? ""
        : interfaceName.replace('.', '/') + descriptor;
  }
}
