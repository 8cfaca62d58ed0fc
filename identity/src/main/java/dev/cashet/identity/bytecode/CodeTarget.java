package dev.cashet.identity.bytecode;

import dev.cashet.identity.Target;
import dev.cashet.model.FunctionName;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A function object read as code and values.
 *
 * @param site what all function objects of one creation site share
 * @param arguments captured values and the call's arguments, then the variables of a shell
 * @param variables how many of the arguments are variables of a shell that the code reads
 */
record CodeTarget(FunctionSite site, List<Parameter> arguments, int variables) implements Target {
  CodeTarget {
    arguments = List.copyOf(arguments);
  }

  /** The same with variables that the code reads by itself. */
  CodeTarget with(List<Parameter> shell) {
    List<Parameter> all = new ArrayList<>(arguments);
    all.addAll(shell);
    return new CodeTarget(site, all, variables + shell.size());
  }

  /** How many values the code is applied to. */
  int applied() {
    return arguments.size() - variables;
  }

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
