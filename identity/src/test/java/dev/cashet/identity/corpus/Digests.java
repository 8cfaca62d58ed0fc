package dev.cashet.identity.corpus;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Identities of the functions of compiled programs, as text by {@code function/form}. */
final class Digests {
  /** The form of every function that costs no class of its own. */
  static final String PLAIN = "plain";

  private final Identities identities = Identities.found();
  private final Map<String, Map<String, String>> known = new TreeMap<>();

  /** All forms of all functions that a program hands over in forms, and the plain form of every function. */
  Map<String, String> of(Corpus corpus, String base, String build, String program) {
    return known.computeIfAbsent(build + " " + program, ignored -> {
      try (Side side = corpus.open(build, program)) {
        Map<String, String> all = plain(side, corpus.program(base).functions());
        for (String function : formed(corpus, build, program)) {
          for (Map.Entry<String, Case> form : side.forms(function).entrySet()) {
            all.put(function + "/" + form.getKey(), identities.of(form.getValue()));
          }
        }
        return all;
      } catch (Exception e) {
        throw new IllegalStateException(program + ": " + e, e);
      }
    });
  }

  /** Forms make no difference to a compiler, so one family is enough for them. */
  private static List<String> formed(Corpus corpus, String build, String program) {
    return build.equals(Builds.ECJ) ? List.of() : corpus.inAllForms(program);
  }

  /** The plain form of the functions that a program is about, from a jar. */
  Map<String, String> ofJar(Corpus corpus, String build, String program) {
    try (Side side = corpus.openJar(build, program)) {
      return plain(side, corpus.inAllForms(program));
    } catch (Exception e) {
      throw new IllegalStateException(program + ": " + e, e);
    }
  }

  private Map<String, String> plain(Side side, Collection<String> functions)
      throws ReflectiveOperationException {
    Map<String, String> all = new TreeMap<>();
    for (String function : functions) {
      all.put(function + "/" + PLAIN, identities.of(side.plain(function)));
    }
    return all;
  }
}
