package dev.cashet.identity;

import dev.cashet.model.FunctionName;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The code behind a function object, and what it is applied to: captured values first, then the call's arguments. */
public interface Target {
  /** How people know it. */
  FunctionName name();

  /** What it is applied to, in order: an unbound or captured receiver first. */
  List<Parameter> arguments();

  /** The method, constructor or lambda body, for its annotations and its declared result type; empty if it has none. */
  Optional<AnnotatedElement> element();

  /** The loader of the user's code. */
  ClassLoader loader();

  /**
   * One value that the code is applied to.
   *
   * @param name the parameter's name if the class file has it, else {@code arg0}, {@code arg1}, …
   * @param value the value
   */
  record Parameter(String name, @Nullable Object value) {}
}
