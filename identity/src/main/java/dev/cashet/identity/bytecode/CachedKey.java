package dev.cashet.identity.bytecode;

import dev.cashet.identity.FunctionIdentity;
import dev.cashet.identity.FunctionKey;
import dev.cashet.identity.Target;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An identity and the question it answers, so that the same question costs a few comparisons.
 *
 * @param maker the reading of code that answered
 * @param given classes of the arguments
 * @param instances classes of objects in the arguments
 * @param scope what the user said
 * @param key the answer
 */
record CachedKey(
    Programs maker,
    List<Class<?>> given,
    Set<Class<?>> instances,
    FunctionIdentity.Scope scope,
    FunctionKey key) {
  static CachedKey of(
      Programs maker,
      CodeTarget target,
      Collection<Class<?>> instances,
      FunctionIdentity.Scope scope,
      FunctionKey key) {
    List<Class<?>> given =
        target.arguments().stream().<Class<?>>map(each -> classOf(each.value())).toList();
    return new CachedKey(maker, given, Set.copyOf(instances), scope, key);
  }

  /** Whether this is the answer to the question. */
  boolean fits(
      Programs asked,
      CodeTarget target,
      Collection<Class<?>> objects,
      FunctionIdentity.Scope said) {
    return asked == maker
        && (said == scope || said.equals(scope))
        && hasClasses(target.arguments())
        && isSame(instances, objects);
  }

  private boolean hasClasses(List<Target.Parameter> arguments) {
    if (arguments.size() != given.size()) {
      return false;
    }
    for (int i = 0; i < given.size(); i++) {
      if (classOf(arguments.get(i).value()) != given.get(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(Set<Class<?>> known, Collection<Class<?>> asked) {
    if (asked.isEmpty()) {
      return known.isEmpty();
    }
    if (asked instanceof Set<?> && asked.size() != known.size()) {
      return false;
    }
    int seen = 0;
    for (Class<?> each : asked) {
      if (!known.contains(each)) {
        return false;
      }
      seen++;
    }
    return seen == known.size() || Set.copyOf(asked).size() == known.size();
  }

  private static Class<?> classOf(@Nullable Object value) {
    return value == null ? void.class : value.getClass();
  }
}
