package dev.cashet.engine;

import dev.cashet.canonical.ArgumentForms;
import dev.cashet.canonical.CanonicalObserver;
import dev.cashet.canonical.Redaction;
import dev.cashet.canonical.UnhashableException;
import dev.cashet.identity.FunctionIdentity;
import dev.cashet.identity.FunctionKey;
import dev.cashet.identity.Target;
import dev.cashet.model.Commit;
import dev.cashet.model.Digest;
import dev.cashet.model.Fingerprint;
import dev.cashet.model.InterruptedSubmissionException;
import dev.cashet.model.Invocation;
import dev.cashet.model.StoredValue;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Steps 1 to 3 of a submission: the code's identity, the arguments' identity, the key. Runs no user code. */
final class Keying {
  private static final Policy.KeyOptions NO_OPTIONS = new Policy.KeyOptions(
      Optional.empty(), Optional.empty(), List.of(), FunctionIdentity.Scope.NONE, false);

  private final FunctionIdentity identity;
  private final Ports ports;
  private final CodeReports reports;
  private final Digest noOptions;
  private final FileDigests files;
  private final SecretKeys secrets;

  Keying(Ports ports, CodeReports reports) {
    this.reports = reports;
    this.identity = ports.identity();
    this.ports = ports;
    // Times of files are the file system's, whatever clock the client has.
    this.files = new FileDigests(ports.store(), InstantSource.system());
    this.secrets = new SecretKeys(ports.store(), System.getenv(SecretKeys.VARIABLE));
    this.noOptions = hash(NO_OPTIONS);
  }

  /**
   * The key of a call; writes nothing.
   *
   * @throws UnhashableException if code or an argument has no identity
   */
  KeyedCall key(Request request) {
    return key(request, false);
  }

  /** The key of a call that will be run if it is a miss: what it takes to find it again may be written beside the store. */
  KeyedCall keyToSubmit(Request request) {
    return key(request, true);
  }

  /** The digests of files, which others need too. */
  FileDigests files() {
    return files;
  }

  /** Keeps what has been learned about files, now that the store may have come to be. */
  void save() {
    files.save();
  }

  private KeyedCall key(Request request, boolean mayWrite) {
    long started = System.nanoTime();
    Target target = identity.resolve(request.invocation());
    long took = System.nanoTime() - started;
    Policy policy = request.policy().apply(target);
    Walk walk = new Walk(target.loader(), mayWrite);
    KeyedCall.Arguments arguments = arguments(target, policy.key(), walk);
    started = System.nanoTime();
    FunctionKey function =
        identity.identify(target, walk.instances, policy.key().scope());
    took += System.nanoTime() - started;
    Fingerprint fingerprint =
        Fingerprint.of(function.digest(), arguments.all(), options(policy.key()));
    KeyedCall call = new KeyedCall(request, policy, target, function, arguments, fingerprint);
    reports.read(call, took);
    return call;
  }

  private KeyedCall.Arguments arguments(Target target, Policy.KeyOptions options, Walk walk) {
    List<Target.Parameter> parameters = target.arguments();
    Set<Integer> ignored = IgnoredParameters.indexes(target, options.ignore());
    ArgumentForms forms = ports.canonical().arguments();
    for (int i = 0; i < parameters.size(); i++) {
      Target.Parameter parameter = parameters.get(i);
      int number = i + 1;
      Supplier<String> path = () -> "argument " + number + " (" + parameter.name() + ")";
      if (ignored.contains(i)) {
        forms.add(IgnoredParameters.DIGEST);
      } else if (parameter.value() != null && identity.isFunction(parameter.value())) {
        forms.add(walk.function(parameter.value(), path.get()));
      } else {
        forms.add(parameter.value(), path, walk);
      }
    }
    return new KeyedCall.Arguments(
        forms, forms.all(), List.copyOf(walk.inputs.values()), Redaction.of(walk.confidential));
  }

  private Digest digest(@Nullable Object value, String path, Walk walk) {
    return value != null && identity.isFunction(value)
        ? walk.function(value, path)
        : ports.canonical().digest(value, path, walk);
  }

  /** What the caller added to the key; the order in which things were named does not matter. */
  private Digest options(Policy.KeyOptions options) {
    boolean none = options.version().isEmpty()
        && options.salt().isEmpty()
        && options.ignore().isEmpty();
    return none ? noOptions : hash(options);
  }

  private Digest hash(Policy.KeyOptions options) {
    List<Object> parts = new ArrayList<>();
    parts.add("options");
    parts.add(options.version());
    parts.add(options.salt());
    parts.add(List.copyOf(new TreeSet<>(options.ignore())));
    return ports
        .canonical()
        .digest(parts, "options", new Walk(Keying.class.getClassLoader(), false));
  }

  /** What the arguments are made of besides data. */
  private final class Walk implements CanonicalObserver {
    private final Set<Class<?>> instances = new LinkedHashSet<>();
    private final Map<Digest, Commit.Input> inputs = new LinkedHashMap<>();
    private final List<Object> confidential = new ArrayList<>();
    private final ClassLoader loader;
    private final boolean mayWrite;
    private final Set<Object> enclosing;

    Walk(ClassLoader loader, boolean mayWrite) {
      this(loader, mayWrite, Set.of());
    }

    private Walk(ClassLoader loader, boolean mayWrite, Set<Object> enclosing) {
      this.loader = loader;
      this.mayWrite = mayWrite;
      this.enclosing = enclosing;
    }

    @Override
    public Digest file(Path file) throws IOException {
      try {
        return files.of(file, mayWrite);
      } catch (ClosedByInterruptException e) {
        throw new InterruptedSubmissionException("interrupted while " + file + " was read", e);
      }
    }

    @Override
    public Digest keyed(@Nullable Object value, Digest digest, String path) {
      if (value != null) {
        confidential.add(value);
      }
      return secrets.digest(digest, path, mayWrite);
    }

    @Override
    public void instance(Class<?> type) {
      instances.add(type);
    }

    /** The result behind the reference counts by its digest, the code of the objects in it by their classes. */
    @Override
    public void reference(StoredValue value) {
      for (String name : value.classNames()) {
        try {
          instances.add(Class.forName(name, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
          // Without the class the task cannot load the result either.
          continue;
        }
      }
      inputs.putIfAbsent(
          value.blobDigest(), new Commit.Input(value.blobDigest(), value.sourceCommit()));
    }

    /** A function among the arguments counts as the function itself does: by its code and what it captured. */
    @Override
    public Digest function(Object function, String path) {
      if (enclosing.contains(function)) {
        throw new UnhashableException(
            path, function.getClass().getName(), "a function that captures itself has no identity");
      }
      Target target = identity.resolve(new Invocation(function, List.of(), () -> {
        throw new IllegalStateException("a function among the arguments is not called");
      }));
      List<Digest> parts = new ArrayList<>();
      Set<Object> within = Collections.newSetFromMap(new IdentityHashMap<>());
      within.addAll(enclosing);
      within.add(function);
      Walk inner = new Walk(loader, mayWrite, within);
      for (Target.Parameter captured : target.arguments()) {
        String inside = path + " → captured " + captured.name();
        parts.add(digest(captured.value(), inside, inner));
      }
      inner.inputs.forEach(inputs::putIfAbsent);
      instances.addAll(inner.instances);
      confidential.addAll(inner.confidential);
      parts.add(identity
          .identify(target, inner.instances, FunctionIdentity.Scope.NONE)
          .digest());
      return ports.canonical().combine(parts);
    }
  }
}
