package dev.cashet.identity.bytecode;

import dev.cashet.identity.Target;
import dev.cashet.model.FunctionName;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;

/**
 * A function object read as code and values.
 *
 * @param site what all function objects of one creation site share
 * @param arguments captured values and the call's arguments
 */
record CodeTarget(FunctionSite site, List<Parameter> arguments) implements Target {
  @Override
  public FunctionName name() {
    return site.name();
  }

  @Override
  public Optional<AnnotatedElement> element() {
    return site.element();
  }

  @Override
  public ClassLoader loader() {
    return site.loader();
  }
}
