package dev.cashet.identity.bytecode;

import dev.cashet.canonical.UnhashableException;
import dev.cashet.identity.FunctionIdentity;
import dev.cashet.identity.FunctionKey;
import dev.cashet.identity.Precision;
import dev.cashet.identity.Target;
import dev.cashet.model.Digest;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** From a target and what it is given to its identity. */
final class KeyMaker {
  private final Programs programs;
  private final Optional<Integer> platform;
  private final KeptKeys kept;

  /**
   * Makes keys.
   *
   * @param platform the feature version that counts
   * @param kept identities that were made before
   */
  KeyMaker(Programs programs, Optional<Integer> platform, KeptKeys kept) {
    this.programs = programs;
    this.platform = platform;
    this.kept = kept;
  }

  /** The same with identities kept elsewhere; what was read of the program is shared. */
  KeyMaker keptIn(Supplier<Optional<Path>> directory) {
    return new KeyMaker(programs, platform, new KeptKeys(directory));
  }

  void prepare(ClassLoader loader) {
    programs.prepare(loader);
  }

  void keep() {
    kept.write();
  }

  FunctionKey of(CodeTarget target, Collection<Class<?>> instances, FunctionIdentity.Scope scope) {
    CachedKey last = target.site().lastKey();
    if (last != null && last.fits(programs, target, instances, scope)) {
      return last.key();
    }
    check(target, instances);
    Set<String> given = names(instances);
    for (Target.Parameter each : target.arguments()) {
      addClass(each.value(), given);
    }
    Question question =
        new Question(target, given, names(scope.dependsOn()), scope.precision(), platform);
    Snapshot snapshot = snapshot(target, given, question.named());
    FunctionKey key = key(question, snapshot);
    // a shell's classes may be defined again under the same name
    if (!(key instanceof PreciseKey precise && precise.isVolatile())) {
      target.site().lastKey(CachedKey.of(programs, target, instances, scope, key));
    }
    return key;
  }

  private FunctionKey key(Question question, Snapshot snapshot) {
    Optional<Digest> name = kept.nameOf(question, snapshot);
    if (name.isEmpty()) {
      return make(question, snapshot);
    }
    Optional<Digest> known = kept.find(name.get());
    if (known.isPresent()) {
      return new KeptKey(
          known.get(), snapshot, () -> make(question, snapshot), () -> kept.drop(name.get()));
    }
    PreciseKey made = make(question, snapshot);
    kept.add(name.get(), made);
    return made;
  }

  private static PreciseKey make(Question question, Snapshot snapshot) {
    CodeTarget target = question.target();
    Set<String> jars = new TreeSet<>();
    Program program = snapshot.program(target.loader());
    List<Node> seeds = seeds(program, question.given(), question.named(), jars);
    Linked root = RootLink.of(program, target, question.precision());
    Reach reach = Reach.of(program, root, seeds, question.precision());
    jars.addAll(reach.libraries());
    Libraries.Closure libraries = Libraries.closed(target.loader(), jars, excluded(target));
    return new PreciseKey(target.site(), program, reach, libraries, question.platform());
  }

  /** A function of a shell reads the shell's variables: their values are arguments as well. */
  CodeTarget withVariables(CodeTarget target) {
    if (!isOfShell(target)) {
      return target;
    }
    Set<String> given = new TreeSet<>();
    target.arguments().forEach(each -> addClass(each.value(), given));
    CodeTarget found = target;
    while (true) {
      Program program = snapshot(target, given, Set.of()).program(target.loader());
      List<Node> seeds = seeds(program, given, Set.of(), new TreeSet<>());
      Linked root = RootLink.of(program, target, Precision.EVERY_CLASS);
      Reach reach = Reach.of(program, root, seeds, Precision.EVERY_CLASS);
      int before = given.size();
      found = target.with(ShellVariables.read(program, reach));
      // the classes of their values may read more
      found.arguments().forEach(each -> addClass(each.value(), given));
      if (given.size() == before) {
        return found;
      }
    }
  }

  private static boolean isOfShell(CodeTarget target) {
    if (target.site().code().owner().startsWith("REPL/")) {
      return true;
    }
    for (Target.Parameter each : target.arguments()) {
      Object value = each.value();
      if (value != null && value.getClass().getName().startsWith("REPL.")) {
        return true;
      }
    }
    return false;
  }

  private Snapshot snapshot(CodeTarget target, Set<String> given, Set<String> named) {
    List<String> seeds = new ArrayList<>(given);
    seeds.addAll(named);
    seeds.addAll(target.site().adaptation().interfaces());
    seeds.add(target.site().code().owner());
    return programs.of(target.loader(), target.site().home(), seeds);
  }

  private static List<Node> seeds(
      Program program, Set<String> given, Set<String> named, Set<String> jars) {
    List<Node> nodes = new ArrayList<>();
    given.forEach(each -> seed(program, Node.Kind.INSTANCE, each, nodes, jars));
    named.forEach(each -> seed(program, Node.Kind.WHOLE, each, nodes, jars));
    return nodes;
  }

  /** Jars that are no libraries: cashet's, and the user's own. */
  private static Set<String> excluded(CodeTarget target) {
    Set<String> places = new TreeSet<>(Program.ownPlaces());
    places.add(Origin.of(target.loader(), target.site().home()).place());
    return places;
  }

  /** An object's class must be the one that the function's loader knows by its name, or its code is not read. */
  private static void check(CodeTarget target, Collection<Class<?>> instances) {
    for (Class<?> each : instances) {
      Class<?> type = each;
      while (type.isArray()) {
        type = type.componentType();
      }
      boolean generated = type.isHidden() || Proxy.isProxyClass(type) || type.isPrimitive();
      String name = Type.getInternalName(type);
      if (generated || Origin.of(target.loader(), name).kind() == Origin.Kind.PLATFORM) {
        continue;
      }
      Class<?> seen = Elements.load(name, target.loader()).orElse(null);
      if (seen != type || ClassFiles.read(target.loader(), name).isEmpty()) {
        throw new UnhashableException(
            "function " + target.name().qualifiedName(),
            type.getName(),
            "the code of an argument's class cannot be read from the function's class loader: it was"
                + " generated at run time or comes from another loader; pass plain values instead");
      }
    }
  }

  private static void seed(
      Program program, Node.Kind kind, String name, List<Node> nodes, Set<String> jars) {
    ClassInfo type = program.find(name);
    if (type == null) {
      return;
    }
    if (type.isUser()) {
      nodes.add(Node.of(kind, type));
    } else if (type.side() == ClassInfo.Side.LIBRARY) {
      jars.add(type.library());
    }
  }

  private static Set<String> names(Collection<Class<?>> types) {
    Set<String> names = new TreeSet<>();
    types.forEach(each -> addType(each, names));
    return names;
  }

  private static void addClass(@Nullable Object value, Set<String> names) {
    if (value != null && !(value instanceof FunctionSymbol)) {
      addType(value.getClass(), names);
    }
  }

  private static void addType(Class<?> type, Set<String> names) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.componentType();
    }
    if (!element.isPrimitive() && !element.isHidden()) {
      names.add(Type.getInternalName(element));
    }
  }
}
