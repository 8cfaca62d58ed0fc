package dev.cashet.identity.corpus;

import dev.cashet.identity.FunctionIdentity;
import dev.cashet.identity.FunctionKey;
import dev.cashet.identity.Target;
import dev.cashet.model.Finding;
import dev.cashet.model.Invocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/** Asks the port for identities, as the engine does: functions among the arguments by their own identity. */
final class Identities {
  private final FunctionIdentity identity;

  Identities(FunctionIdentity identity) {
    this.identity = identity;
  }

  static Identities found() {
    return new Identities(ServiceLoader.load(FunctionIdentity.class)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no FunctionIdentity is provided")));
  }

  /** The identity of all code that the call is made of, as text. */
  String of(Case call) {
    StringBuilder out = new StringBuilder();
    describe(target(call), out);
    return out.toString();
  }

  List<Finding> findings(Case call) {
    return key(call).findings();
  }

  FunctionKey key(Case call) {
    Target target = target(call);
    return identity.identify(target, seeds(target), List.of());
  }

  Target target(Case call) {
    return identity.resolve(new Invocation(call.function(), call.arguments(), call.body()));
  }

  private void describe(Target target, StringBuilder out) {
    out.append(identity.identify(target, seeds(target), List.of()).digest().hex());
    for (Target.Parameter parameter : target.arguments()) {
      if (parameter.value() != null && identity.isFunction(parameter.value())) {
        out.append('(');
        describe(identity.resolve(new Invocation(parameter.value(), List.of(), () -> null)), out);
        out.append(')');
      } else {
        out.append('(').append(text(parameter.value())).append(')');
      }
    }
  }

  /** Numbers and texts among the arguments are part of a call; of other objects the class is enough here. */
  private static String text(Object value) {
    return value instanceof Number || value instanceof String || value instanceof Boolean
        ? value.toString()
        : value == null ? "null" : value.getClass().getName();
  }

  private Set<Class<?>> seeds(Target target) {
    Set<Class<?>> found = new LinkedHashSet<>();
    List<Object> values = new ArrayList<>();
    target.arguments().forEach(parameter -> values.add(parameter.value()));
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      if (value == null || identity.isFunction(value)) {
        continue;
      }
      found.add(value.getClass());
      if (value instanceof Collection<?> all) {
        values.addAll(all);
      } else if (value instanceof Object[] all) {
        values.addAll(Arrays.asList(all));
      }
    }
    return found;
  }
}
