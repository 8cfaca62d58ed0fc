package dev.cashet.history;

import dev.cashet.history.Change.Kind;
import dev.cashet.identity.KeyDifference;
import dev.cashet.model.Argument;
import dev.cashet.model.Digest;
import dev.cashet.model.FunctionRecord;
import dev.cashet.model.KeyOptions;
import dev.cashet.model.KeyTree;
import dev.cashet.model.Library;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What makes two keys differ: scheme and platform first, then libraries, code, options and arguments. */
final class Differences {
  private final List<Change> changes = new ArrayList<>();

  private Differences() {}

  static List<Change> between(CallKey before, CallKey after) {
    Differences found = new Differences();
    int old = before.call().fingerprint().scheme();
    int now = after.call().fingerprint().scheme();
    if (old != now) {
      found.add(Change.of(Kind.SCHEME, "key scheme", Integer.toString(old), Integer.toString(now)));
    }
    if (!before.call().function().equals(after.call().function())) {
      found.code(before.function(), after.function());
    }
    found.options(before.call().options(), after.call().options());
    if (!before.call().argumentsDigest().equals(after.call().argumentsDigest())) {
      found.arguments(before.arguments(), after.arguments());
    }
    if (found.changes.isEmpty()
        && !before.call().fingerprint().equals(after.call().fingerprint())) {
      found.add(Change.of(
          Kind.OPTION,
          "options of the key (not on the earlier commit)",
          before.call().fingerprint().toString(),
          after.call().fingerprint().toString()));
    }
    return found.changes;
  }

  private void code(Optional<FunctionRecord> before, Optional<FunctionRecord> after) {
    if (before.isEmpty() || after.isEmpty()) {
      add(new Change(
          Kind.CODE,
          "code, of which one record is gone",
          before.map(each -> each.digest().shortHex()),
          after.map(each -> each.digest().shortHex()),
          List.of()));
      return;
    }
    int known = changes.size();
    platform(before.get().key(), after.get().key());
    libraries(before.get().libraries(), after.get().libraries());
    for (KeyDifference each :
        KeyDifference.explain(before.get().key(), after.get().key())) {
      if (each.kind() != KeyTree.Kind.LIBRARY && each.kind() != KeyTree.Kind.PLATFORM) {
        add(part(each));
      }
    }
    if (changes.size() == known) {
      add(new Change(
          Kind.CODE,
          "how the parts of the code hang together",
          Optional.of(before.get().digest().shortHex()),
          Optional.of(after.get().digest().shortHex()),
          List.of()));
    }
  }

  private static Change part(KeyDifference each) {
    Kind kind = switch (each.kind()) {
      case METHOD -> Kind.METHOD;
      case CLASS -> Kind.CLASS;
      case INITIALISER -> Kind.INITIALISER;
      case FIELD -> Kind.FIELD;
      case CALL -> Kind.CALL;
      case VARIABLE -> Kind.VARIABLE;
      case OPTION -> Kind.OPTION;
      case LIBRARY, PLATFORM -> throw new IllegalArgumentException(each.kind() + " is no code");
    };
    return new Change(
        kind,
        Names.shorten(each.name()),
        each.before().map(Digest::shortHex),
        each.after().map(Digest::shortHex),
        each.path());
  }

  private void platform(KeyTree before, KeyTree after) {
    Optional<String> old = platform(before);
    Optional<String> now = platform(after);
    if (!old.equals(now)) {
      add(new Change(Kind.PLATFORM, "Java version", old, now, List.of()));
    }
  }

  private static Optional<String> platform(KeyTree tree) {
    return tree.parts().stream()
        .filter(part -> part.kind() == KeyTree.Kind.PLATFORM)
        .map(KeyTree.Part::name)
        .findFirst();
  }

  private void libraries(List<Library> before, List<Library> after) {
    Map<String, List<Library>> old = byName(before);
    Map<String, List<Library>> now = byName(after);
    Map<String, Boolean> names = new LinkedHashMap<>();
    after.forEach(each -> names.put(each.name(), true));
    before.forEach(each -> names.put(each.name(), true));
    for (String name : names.keySet()) {
      List<Library> was = new ArrayList<>(old.getOrDefault(name, List.of()));
      List<Library> is = new ArrayList<>(now.getOrDefault(name, List.of()));
      was.removeIf(each -> is.removeIf(other -> other.digest().equals(each.digest())));
      for (int i = 0; i < Math.max(was.size(), is.size()); i++) {
        Optional<Library> one = i < was.size() ? Optional.of(was.get(i)) : Optional.empty();
        Optional<Library> other = i < is.size() ? Optional.of(is.get(i)) : Optional.empty();
        boolean told = !one.map(Library::version).equals(other.map(Library::version));
        add(new Change(
            Kind.LIBRARY,
            name,
            one.map(each -> text(each, told)),
            other.map(each -> text(each, told)),
            List.of()));
      }
    }
  }

  /** The version, or where that is the same or unknown the content of the jar. */
  private static String text(Library library, boolean versionTells) {
    return versionTells && !library.version().isEmpty()
        ? library.version()
        : (library.version().isEmpty() ? "" : library.version() + " ")
            + "("
            + library.digest().shortHex()
            + ")";
  }

  private static Map<String, List<Library>> byName(List<Library> libraries) {
    Map<String, List<Library>> names = new HashMap<>();
    libraries.forEach(
        each -> names.computeIfAbsent(each.name(), unused -> new ArrayList<>()).add(each));
    return names;
  }

  private void options(KeyOptions before, KeyOptions after) {
    option("version", before.version(), after.version());
    option("salt", before.salt().map(Digest::shortHex), after.salt().map(Digest::shortHex));
    if (!before.ignored().equals(after.ignored())) {
      option("ignored parameters", names(before.ignored()), names(after.ignored()));
    }
  }

  private static Optional<String> names(List<String> names) {
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
  }

  private void option(String name, Optional<String> before, Optional<String> after) {
    if (!before.equals(after)) {
      add(new Change(Kind.OPTION, name, before, after, List.of()));
    }
  }

  private void arguments(List<Argument> before, List<Argument> after) {
    for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
      Optional<Argument> old = i < before.size() ? Optional.of(before.get(i)) : Optional.empty();
      Optional<Argument> now = i < after.size() ? Optional.of(after.get(i)) : Optional.empty();
      if (!old.map(Argument::digest).equals(now.map(Argument::digest))) {
        String name = now.or(() -> old).orElseThrow().name();
        add(new Change(
            Kind.ARGUMENT,
            "argument " + (i + 1) + (name.matches("arg\\d+") ? "" : " (" + name + ")"),
            old.map(each -> text(each, now)),
            now.map(each -> text(each, old)),
            List.of()));
      }
    }
  }

  /** What tells the values apart: their text, else their class, else their digest. */
  private static String text(Argument argument, Optional<Argument> other) {
    boolean told = other.map(each -> !each.text().equals(argument.text())).orElse(true);
    if (told) {
      return argument.text();
    }
    boolean typed = other.map(each -> !each.type().equals(argument.type())).orElse(false);
    return argument.text() + " " + (typed ? argument.type() : argument.digest().shortHex());
  }

  private void add(Change change) {
    changes.add(change);
  }
}
