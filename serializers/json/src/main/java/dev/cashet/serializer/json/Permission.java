package dev.cashet.serializer.json;

import dev.cashet.codec.UnreadableResultException;
import java.util.function.Predicate;
import tools.jackson.databind.DatabindContext;

/** Which of the user's classes one read may make. */
record Permission(Predicate<String> allowed) {
  private static final Object KEY = Permission.class;

  static Object key() {
    return KEY;
  }

  /** Refuses a class that may not be made; whoever reads without a permission reads what was written just now. */
  static void require(Class<?> type, DatabindContext context) {
    require(type.getName(), context);
  }

  static void require(String className, DatabindContext context) {
    if (context.getAttribute(KEY) instanceof Permission permission) {
      permission.require(className);
    }
  }

  void require(String className) {
    if (!allowed.test(className)) {
      throw new UnreadableResultException(
          "cannot read a stored result: its class "
              + className
              + " may not be created here; allow it if you trust what is stored (only classes of the task's own code and"
              + " those you allow are created from stored bytes)",
          null);
    }
  }
}
