package dev.cashet.identity.bytecode;

import dev.cashet.identity.FunctionIdentity;
import dev.cashet.identity.FunctionKey;
import dev.cashet.identity.Target;
import dev.cashet.model.Invocation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Functions by the canonical form of their bytecode (docs/format/identity.md). Nothing of the user's is run: class
 * files are read as resources of their loader. Safe for many threads; code is read once per loader.
 */
public final class BytecodeIdentity implements FunctionIdentity {
  private final Resolver resolver = new Resolver();
  private final Map<Object, FunctionKey> keys = new ConcurrentHashMap<>();

  /** With the Java platform's feature version in every identity. */
  public BytecodeIdentity() {}

  @Override
  public Target resolve(Invocation invocation) {
    return resolver.resolve(invocation);
  }

  @Override
  public FunctionKey identify(
      Target target, Collection<Class<?>> instances, Collection<Class<?>> dependsOn) {
    if (!(target instanceof CodeTarget code)) {
      throw new IllegalArgumentException("this target was not resolved here: " + target);
    }
    List<Class<?>> more = new ArrayList<>(instances);
    more.addAll(dependsOn);
    Object key =
        List.of(code.site().code(), code.site().adaptation(), code.loader(), List.copyOf(more));
    return keys.computeIfAbsent(
        key, unused -> new CoarseIdentity(code.loader()).identify(code, more));
  }

  @Override
  public boolean isFunction(Object value) {
    return resolver.isFunction(value);
  }
}
