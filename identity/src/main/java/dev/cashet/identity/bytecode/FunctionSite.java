package dev.cashet.identity.bytecode;

import dev.cashet.identity.Target;
import dev.cashet.model.FunctionName;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What all function objects of one place in the code share: the code, and how it is known. Two sites of the same code
 * are equal for the identity. Safe for many threads.
 */
final class FunctionSite {
  private final CodeRef code;
  private final FunctionName name;
  private final ClassLoader loader;
  private final Adaptation adaptation;
  private final String receiver;
  private final String home;
  private volatile @Nullable CachedKey lastKey;
  private volatile @Nullable Optional<AnnotatedElement> element;
  private volatile @Nullable List<@Nullable String> names;

  /**
   * A place.
   *
   * @param code what is run
   * @param name how people know it
   * @param loader of the user's code
   * @param adaptation what belongs to the identity besides the code: the functional interface where it is not one of
   *     cashet's, arguments that are loaded from results
   * @param home internal name of the class that made the function object: its jar is the user's
   */
  FunctionSite(
      CodeRef code, FunctionName name, ClassLoader loader, Adaptation adaptation, String home) {
    this(code, name, loader, adaptation, home, "");
  }

  /** The same for code whose own class made the function object. */
  FunctionSite(CodeRef code, FunctionName name, ClassLoader loader, Adaptation adaptation) {
    this(code, name, loader, adaptation, code.owner());
  }

  /**
   * The same for the method of an object.
   *
   * @param receiver internal name of the object's own class where the object is not among the arguments
   */
  FunctionSite(
      CodeRef code,
      FunctionName name,
      ClassLoader loader,
      Adaptation adaptation,
      String home,
      String receiver) {
    this.home = home;
    this.receiver = receiver;
    this.code = code;
    this.name = name;
    this.loader = loader;
    this.adaptation = adaptation;
  }

  CodeRef code() {
    return code;
  }

  FunctionName name() {
    return name;
  }

  ClassLoader loader() {
    return loader;
  }

  Adaptation adaptation() {
    return adaptation;
  }

  String home() {
    return home;
  }

  String receiver() {
    return receiver;
  }

  /** The identity that was found last; null before. */
  @Nullable
  CachedKey lastKey() {
    return lastKey;
  }

  void lastKey(CachedKey key) {
    lastKey = key;
  }

  Optional<AnnotatedElement> element() {
    Optional<AnnotatedElement> known = element;
    if (known == null) {
      known = Elements.find(code, loader);
      element = known;
    }
    return known;
  }

  /** This code applied to values. */
  CodeTarget apply(List<? extends @Nullable Object> values) {
    int count = values.size();
    if (count == 0) {
      return new CodeTarget(this, List.of(), 0);
    }
    List<@Nullable String> known = names();
    Target.Parameter[] parameters = new Target.Parameter[count];
    for (int i = 0; i < count; i++) {
      String parameter = i < known.size() ? known.get(i) : null;
      parameters[i] =
          new Target.Parameter(parameter == null ? "arg" + i : parameter, values.get(i));
    }
    return new CodeTarget(this, List.of(parameters), 0);
  }

  /** Names the values of an object's fields, which come before the method's own parameters. */
  FunctionSite withFields(List<String> fields) {
    List<@Nullable String> all = new ArrayList<>(fields);
    List<@Nullable String> own = names();
    // the object itself is not among the values
    all.addAll(own.isEmpty() ? own : own.subList(1, own.size()));
    names = all;
    return this;
  }

  private List<@Nullable String> names() {
    List<@Nullable String> known = names;
    if (known == null) {
      known = ClassFiles.read(loader, code.owner())
          .map(bytes -> ParameterNames.of(code, bytes))
          .orElse(List.of());
      names = known;
    }
    return known;
  }
}
