package dev.cashet.engine;

import dev.cashet.canonical.CanonicalObserver;
import dev.cashet.canonical.UnhashableException;
import dev.cashet.identity.Target;
import dev.cashet.model.Digest;
import dev.cashet.model.FunctionName;
import dev.cashet.model.Invocation;
import dev.cashet.model.StoredValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the arguments of a call hold besides data, found by the walk that also makes the key, so that both see the same.
 *
 * @param function what people call the function
 * @param references results, whether they are there yet or not; each object once, in the order in which they are met
 * @param instances classes of the objects
 */
public record Contents(
    FunctionName function, List<StoredValue> references, Set<Class<?>> instances) {
  /** Takes the place of digests that nobody reads. */
  private static final Digest UNKNOWN = Digest.sha256("cashet unknown");

  static Contents of(Request request, Ports ports) {
    Look look = new Look(ports);
    Target target = ports.identity().resolve(request.invocation());
    Policy policy = request.policy().apply(target);
    look.at(target, "", IgnoredParameters.indexes(target, policy.key().ignore()));
    FunctionName name =
        policy.name().map(each -> new FunctionName(each, each)).orElseGet(target::name);
    return new Contents(
        name, List.copyOf(look.references), Collections.unmodifiableSet(look.instances));
  }

  private static final class Look implements CanonicalObserver {
    private final Ports ports;
    private final Set<Object> functions = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<StoredValue> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<StoredValue> references = new ArrayList<>();
    private final Set<Class<?>> instances = Collections.newSetFromMap(new IdentityHashMap<>());

    Look(Ports ports) {
      this.ports = ports;
    }

    void at(Target target, String path, Set<Integer> ignored) {
      List<Target.Parameter> parameters = target.arguments();
      for (int i = 0; i < parameters.size(); i++) {
        Target.Parameter parameter = parameters.get(i);
        String name = path.isEmpty()
            ? "argument " + (i + 1) + " (" + parameter.name() + ")"
            : path + " → captured " + parameter.name();
        try {
          at(parameter.value(), name);
        } catch (UnhashableException e) {
          // What is left out of the key need not have one.
          if (!ignored.contains(i)) {
            throw e;
          }
        }
      }
    }

    private void at(@Nullable Object value, String path) {
      if (value != null && ports.identity().isFunction(value)) {
        function(value, path);
      } else {
        ports.canonical().digest(value, path, this);
      }
    }

    @Override
    public void instance(Class<?> type) {
      instances.add(type);
    }

    @Override
    public void reference(StoredValue value) {
      if (seen.add(value)) {
        references.add(value);
      }
    }

    @Override
    public Digest digestOf(StoredValue value) {
      return UNKNOWN;
    }

    /** No file is read for this. */
    @Override
    public Digest file(Path file) {
      return UNKNOWN;
    }

    @Override
    public Digest keyed(@Nullable Object value, Digest digest, String path) {
      return UNKNOWN;
    }

    @Override
    public Digest function(Object function, String path) {
      // One that captures itself is refused when the key is made.
      if (functions.add(function)) {
        Invocation uncalled = new Invocation(function, List.of(), () -> {
          throw new IllegalStateException("a function among the arguments is not called");
        });
        at(ports.identity().resolve(uncalled), path, Set.of());
      }
      return UNKNOWN;
    }
  }
}
