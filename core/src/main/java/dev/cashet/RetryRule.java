package dev.cashet;

import dev.cashet.executor.AttemptTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * After which errors another attempt makes sense.
 *
 * @param on these and no others; if none are given, every Exception
 * @param notOn never these
 * @param also what the caller wants to be asked besides
 */
record RetryRule(
    List<Class<? extends Throwable>> on,
    List<Class<? extends Throwable>> notOn,
    Optional<Predicate<? super Throwable>> also)
    implements Predicate<Throwable> {
  @Override
  public boolean test(Throwable error) {
    boolean named = on.isEmpty() ? error instanceof Exception : isAny(on, error);
    return named && !isAny(notOn, error) && also.map(each -> each.test(error)).orElse(true);
  }

  private static boolean isAny(List<Class<? extends Throwable>> classes, Throwable error) {
    // What the caller will see of a timeout is TaskTimeoutException.
    return classes.stream()
        .anyMatch(each -> each.isInstance(error)
            || error instanceof AttemptTimeoutException && each == TaskTimeoutException.class);
  }
}
