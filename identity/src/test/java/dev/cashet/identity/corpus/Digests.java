package dev.cashet.identity.corpus;

import java.io.IOException;
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
        Map<String, String> all = plain(corpus, base, side);
        for (String function : corpus.inAllForms(program)) {
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

  /** The plain form of every function, from a jar. */
  Map<String, String> ofJar(Corpus corpus, String base, String build, String program) {
    try (Side side = corpus.openJar(build, program)) {
      return plain(corpus, base, side);
    } catch (Exception e) {
      throw new IllegalStateException(program + ": " + e, e);
    }
  }

  private Map<String, String> plain(Corpus corpus, String base, Side side)
      throws ReflectiveOperationException, IOException {
    Map<String, String> all = new TreeMap<>();
    for (String function : corpus.program(base).functions()) {
      all.put(function + "/" + PLAIN, identities.of(side.plain(function)));
    }
    return all;
  }
}
