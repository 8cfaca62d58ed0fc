package dev.cashet.identity.bytecode;

import dev.cashet.identity.FunctionIdentity;
import dev.cashet.identity.FunctionKey;
import dev.cashet.identity.Target;
import dev.cashet.model.Invocation;
import java.lang.reflect.Executable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Functions by the canonical form of their bytecode (docs/format/identity.md). Nothing of the user's is run: class
 * files are read as resources of their loader. Safe for many threads; code is read once per loader.
 */
public final class BytecodeIdentity implements FunctionIdentity {
  /** System property: {@code false} leaves the Java platform's feature version out of every identity. */
  public static final String PLATFORM_PROPERTY = "cashet.identity.platform";

  private final Resolver resolver;
  private final KeyMaker keys;

  /** As {@value #PLATFORM_PROPERTY} says; without it the Java platform's feature version counts. */
  public BytecodeIdentity() {
    this(!"false".equals(System.getProperty(PLATFORM_PROPERTY)));
  }

  /**
   * With or without the platform.
   *
   * @param withPlatform whether the Java platform's feature version is in every identity
   */
  public BytecodeIdentity(boolean withPlatform) {
    this(
        new Resolver(),
        new KeyMaker(
            new Programs(),
            withPlatform ? Optional.of(Runtime.version().feature()) : Optional.empty(),
            new KeptKeys()));
  }

  private BytecodeIdentity(Resolver resolver, KeyMaker keys) {
    this.resolver = resolver;
    this.keys = keys;
  }

  @Override
  public void prepare(ClassLoader loader) {
    keys.prepare(loader);
  }

  @Override
  public FunctionIdentity keptIn(Supplier<Optional<Path>> directory) {
    return new BytecodeIdentity(resolver, keys.keptIn(directory));
  }

  @Override
  public void keep() {
    keys.keep();
  }

  @Override
  public Target resolve(Invocation invocation) {
    return keys.withVariables(resolver.resolve(invocation));
  }

  @Override
  public Target resolve(Executable code, ClassLoader loader) {
    CodeRef named = CodeRef.of(code);
    FunctionSite site =
        new FunctionSite(named, Names.of(named), loader, Adaptation.NONE, named.owner());
    return keys.withVariables(site.apply(List.of()));
  }

  @Override
  public FunctionKey identify(Target target, Collection<Class<?>> instances, Scope scope) {
    if (!(target instanceof CodeTarget code)) {
      throw new IllegalArgumentException("this target was not resolved here: " + target);
    }
    return keys.of(code, instances, scope);
  }

  @Override
  public boolean isFunction(Object value) {
    return resolver.isFunction(value);
  }
}
