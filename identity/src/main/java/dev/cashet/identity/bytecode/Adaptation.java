package dev.cashet.identity.bytecode;

import java.lang.invoke.SerializedLambda;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Type;

/**
 * The part of a function's meaning that lies in its interfaces: the one that is called may widen, box or convert what the
 * code takes and gives, and default methods of each may be what others call. Cashet's own interfaces pass references only
 * and adapt nothing, so that all forms of one call stay equal.
 *
 * @param text of the identity; mostly empty
 * @param interfaces internal names of those that a lambda or method reference has; none for other objects, whose class
 *     says it
 */
record Adaptation(String text, Set<String> interfaces) {
  static final Adaptation NONE = new Adaptation("", Set.of());

  private static final String LOADED = " loaded ";

  Adaptation {
    interfaces = Set.copyOf(interfaces);
  }

  /** Of a lambda or method reference. */
  static Adaptation of(Class<?> hidden, SerializedLambda form) {
    Set<String> interfaces = new TreeSet<>();
    Arrays.stream(hidden.getInterfaces())
        .forEach(each -> interfaces.add(Type.getInternalName(each)));
    Adaptation called = of(
        form.getFunctionalInterfaceClass(),
        form.getFunctionalInterfaceMethodName(),
        form.getFunctionalInterfaceMethodSignature(),
        form.getInstantiatedMethodType());
    return new Adaptation(called.text(), interfaces);
  }

  /**
   * Of a method that is called; its text is empty for cashet's interfaces.
   *
   * @param type the interface
   * @param method its method
   * @param erased the method's descriptor
   * @param exact the descriptor with the types of this use
   */
  static Adaptation of(String type, String method, String erased, String exact) {
    return FunctionalInterfaces.isOurs(type)
        ? NONE
        : new Adaptation(type + "." + method + erased + " as " + exact, Set.of());
  }

  Adaptation with(Set<String> all) {
    return new Adaptation(text, all);
  }

  /** The same with arguments that are loaded from stored results. */
  Adaptation loading(Collection<Integer> positions) {
    return positions.isEmpty() ? this : new Adaptation(text + LOADED + positions, interfaces);
  }

  boolean isLoading() {
    return text.contains(LOADED);
  }
}
