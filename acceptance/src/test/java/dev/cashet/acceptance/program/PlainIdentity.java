package dev.cashet.acceptance.program;

import dev.cashet.identity.FunctionIdentity;
import dev.cashet.identity.FunctionKey;
import dev.cashet.identity.Target;
import dev.cashet.model.Digest;
import dev.cashet.model.Finding;
import dev.cashet.model.FunctionName;
import dev.cashet.model.FunctionRecord;
import dev.cashet.model.Invocation;
import dev.cashet.model.KeyTree;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Functions by the name of their class. Programs that live for a moment need no more, and without the reading of bytecode
 * they start in a fraction of the time; everything behind the key is as it always is.
 */
public final class PlainIdentity implements FunctionIdentity {
  /** For the service loader. */
  public PlainIdentity() {}

  private record Named(FunctionName name, List<Parameter> arguments) implements Target {
    @Override
    public Optional<AnnotatedElement> element() {
      return Optional.empty();
    }

    @Override
    public ClassLoader loader() {
      return PlainIdentity.class.getClassLoader();
    }
  }

  private record Key(FunctionName name) implements FunctionKey {
    @Override
    public Digest digest() {
      return Digest.sha256(name.qualifiedName().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public FunctionRecord record() {
      KeyTree tree = new KeyTree(List.of(
          new KeyTree.Part(KeyTree.Kind.METHOD, name.qualifiedName(), digest(), List.of())));
      return new FunctionRecord(name, digest(), tree, List.of(), List.of(), Optional.empty());
    }

    @Override
    public List<Finding> findings() {
      return List.of();
    }

    @Override
    public boolean isUserClass(String className) {
      return false;
    }
  }

  @Override
  public Target resolve(Invocation invocation) {
    Class<?> type = invocation.function().getClass();
    List<Target.Parameter> arguments = new ArrayList<>();
    for (Object each : invocation.arguments()) {
      arguments.add(new Target.Parameter("arg" + arguments.size(), each));
    }
    return new Named(new FunctionName(type.getSimpleName(), type.getName()), arguments);
  }

  @Override
  public Target resolve(Executable code, ClassLoader loader) {
    throw new UnsupportedOperationException("functions are known by their class: " + code);
  }

  @Override
  public FunctionKey identify(Target target, Collection<Class<?>> instances, Scope scope) {
    return new Key(target.name());
  }

  @Override
  public boolean isFunction(Object value) {
    return false;
  }
}
