package dev.cashet.identity.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The identity of every function in every form, on both sides of every pair. */
class CorpusTest {
  private static final Workshop SHOP = Workshop.shared();
  private static final Corpus CORPUS = SHOP.corpus;
  private static final Digests DIGESTS = new Digests();

  static List<Edit> changed() {
    return CORPUS.edits("changed");
  }

  static List<Edit> unchanged() {
    return CORPUS.edits("unchanged");
  }

  static List<Edit> discussed() {
    return CORPUS.edits("discussed");
  }

  static List<String> programs() {
    return CORPUS.names();
  }

  static List<String> bases() {
    return CORPUS.bases();
  }

  @ParameterizedTest
  @MethodSource
  void changed(Edit edit) {
    judge(edit, Builds.JAVAC);
  }

  @ParameterizedTest
  @MethodSource
  void unchanged(Edit edit) {
    judge(edit, Builds.JAVAC);
  }

  /** The functions of an edit differ in every form; all others agree in every form. */
  static void judge(Edit edit, String build) {
    Map<String, String> before = DIGESTS.of(CORPUS, edit.base(), build, edit.base());
    Map<String, String> after = DIGESTS.of(CORPUS, edit.base(), build, edit.name());
    SoftAssertions softly = new SoftAssertions();
    after.forEach((form, digest) -> {
      String function = form.substring(0, form.indexOf('/'));
      if (edit.scope().changes(function)) {
        softly
            .assertThat(digest)
            .as("%s must differ: %s", form, edit.why())
            .isNotEqualTo(before.get(form));
      } else if (!edit.scope().maySway(function)) {
        softly
            .assertThat(digest)
            .as("%s must agree: %s", form, edit.why())
            .isEqualTo(before.get(form));
      }
    });
    softly.assertAll();
  }

  @Test
  void discussed_whenPrinted_areSeen() {
    for (Edit edit : discussed()) {
      Map<String, String> after = DIGESTS.of(CORPUS, edit.base(), Builds.JAVAC, edit.name());
      Map<String, String> before = DIGESTS.of(CORPUS, edit.base(), Builds.JAVAC, edit.base());
      Map<String, String> differing = new TreeMap<>(after);
      differing.keySet().removeIf(form -> after.get(form).equals(before.get(form)));
      System.out.println("discussed " + edit + ": differ " + differing.keySet());
    }
    assertThat(discussed()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void jar_whenSameClasses_sameIdentity(String program) {
    String base = baseOf(program);
    Map<String, String> folder = DIGESTS.of(CORPUS, base, Builds.JAVAC, program);
    assertThat(folder).containsAllEntriesOf(DIGESTS.ofJar(CORPUS, Builds.JAVAC, program));
  }

  /** A lambda that is one call is that call, so its identity is the reference's. */
  @ParameterizedTest
  @MethodSource("bases")
  void call_whenWrittenAsLambda_isTheReference(String base) {
    Map<String, String> all = DIGESTS.of(CORPUS, base, Builds.JAVAC, base);
    for (String function : CORPUS.inAllForms(base)) {
      assertThat(all.get(function + "/call"))
          .as(function)
          .isEqualTo(all.get(function + "/reference"))
          .isEqualTo(all.get(function + "/" + Digests.PLAIN))
          .isNotEqualTo(all.get(function + "/lambda"));
    }
  }

  /** Functions with other results have other identities, whatever their form. */
  @ParameterizedTest
  @MethodSource("bases")
  void functions_whenOfOneProgram_haveIdentitiesOfTheirOwn(String base) {
    Map<String, String> all = DIGESTS.of(CORPUS, base, Builds.JAVAC, base);
    for (String form : List.of(Digests.PLAIN, "/lambda", "/anonymous", "/instance", "/interface")) {
      List<String> digests = all.entrySet().stream()
          .filter(entry -> entry.getKey().endsWith(form))
          .map(Map.Entry::getValue)
          .toList();
      assertThat(digests).as(form).doesNotHaveDuplicates();
    }
  }

  static String baseOf(String program) {
    return List.of("changed", "unchanged", "discussed").stream()
        .flatMap(verdict -> CORPUS.edits(verdict).stream())
        .filter(edit -> edit.name().equals(program))
        .map(Edit::base)
        .findFirst()
        .orElse(program);
  }
}
