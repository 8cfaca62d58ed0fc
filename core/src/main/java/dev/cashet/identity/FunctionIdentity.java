package dev.cashet.identity;

import dev.cashet.model.Invocation;
import java.lang.reflect.Executable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What function is this? From the object that the user passed to the code behind it, and from the code to an identity
 * that changes whenever the code's meaning may have changed. Runs no user code. Safe for many threads; found by {@link
 * java.util.ServiceLoader}.
 */
public interface FunctionIdentity {
  /**
   * Reads a function object as a method and its arguments. A lambda that is one call becomes that call. What is read
   * depends on nothing but the object and the values it captured.
   *
   * @throws dev.cashet.canonical.UnhashableException if the object has no identity; the message says the way out
   */
  Target resolve(Invocation invocation);

  /**
   * The same for a method or constructor that is named rather than passed: what its method reference is before it is
   * given arguments. A virtual method stands for whatever may override it. Reads class files as {@code loader} gives them
   * and initialises nothing.
   *
   * @param code of the user's program
   * @param loader sees all classes of the program
   */
  Target resolve(Executable code, ClassLoader loader);

  /**
   * The identity of the target's code and everything it can reach.
   *
   * @param target from {@link #resolve}
   * @param instances classes of the objects among the arguments: a virtual call on them reaches their methods
   * @param scope what the user says of the code that counts
   * @throws dev.cashet.canonical.UnhashableException if code that can be reached cannot be read
   */
  FunctionKey identify(Target target, Collection<Class<?>> instances, Scope scope);

  /** The same where the user says nothing but which classes count besides. */
  default FunctionKey identify(
      Target target, Collection<Class<?>> instances, Collection<Class<?>> dependsOn) {
    return identify(target, instances, new Scope(List.copyOf(dependsOn), Precision.EVERY_CLASS));
  }

  /**
   * What the user says of the code that counts.
   *
   * @param dependsOn classes whose whole code counts although nothing reaches it visibly
   * @param precision which methods a call of a user's type reaches
   */
  record Scope(List<Class<?>> dependsOn, Precision precision) {
    /** Nothing. */
    public static final Scope NONE = new Scope(List.of(), Precision.EVERY_CLASS);

    /** Copies the list. */
    public Scope {
      dependsOn = List.copyOf(dependsOn);
    }
  }

  /**
   * Tells that functions of this loader's program are about to come: what has to be read of it may be read meanwhile, in
   * another thread. Returns at once.
   */
  default void prepare(ClassLoader loader) {}

  /**
   * The same identities, and sooner when the program starts again: what was found out is kept in a directory. It is a
   * cache of derived data, checked when it is read, safe for many processes; losing it costs time.
   *
   * @param directory empty as long as there is none; asked whenever it is needed
   */
  default FunctionIdentity keptIn(Supplier<Optional<Path>> directory) {
    return this;
  }

  /** Writes what is to be kept and is not written yet; what cannot be written is forgotten. */
  default void keep() {}

  /** Whether the object is a function whose identity is its code rather than its fields: a lambda or method reference. */
  boolean isFunction(Object value);
}
