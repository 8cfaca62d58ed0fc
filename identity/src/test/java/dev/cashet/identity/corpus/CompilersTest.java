package dev.cashet.identity.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** One source, several compilers and options: javac is one, ecj another but judges every pair alike. */
class CompilersTest {
  private static final Workshop SHOP = Workshop.shared();
  private static final Corpus CORPUS = SHOP.corpus;
  private static final Digests DIGESTS = new Digests();

  @AfterAll
  static void awaitOther() throws Exception {
    SHOP.builds.awaitOther();
  }

  @Test
  void options_whenOfJavac_countForNothing() throws Exception {
    for (String build : List.of("javac-default", "javac-g-none", "javac-parameters")) {
      SHOP.builds.build(build, CORPUS.bases());
      agree(build, CORPUS.bases());
    }
  }

  @Test
  void otherJavac_whenSameSource_sameIdentity() throws Exception {
    Optional<String> other = SHOP.builds.awaitOther();
    if (other.isPresent()) {
      System.out.println("corpus: " + other.get() + " compared");
      agree("other-g", compiledByOther(SHOP.builds.forOther()));
      agree("other-g-none", compiledByOther(CORPUS.bases()));
    }
  }

  private static List<String> compiledByOther(List<String> programs) {
    return programs.stream().filter(SHOP.builds::otherCompiles).toList();
  }

  private static void agree(String build, List<String> programs) {
    SoftAssertions softly = new SoftAssertions();
    for (String program : programs) {
      String base = CorpusTest.baseOf(program);
      softly
          .assertThat(DIGESTS.of(CORPUS, base, build, program))
          .as("%s by %s", program, build)
          .isEqualTo(DIGESTS.of(CORPUS, base, Builds.JAVAC, program));
    }
    softly.assertAll();
  }

  @Test
  void ecj_whenPairsJudged_agreesWithTheCorpus() throws Exception {
    SHOP.builds.build(Builds.ECJ, CORPUS.names());
    SoftAssertions softly = new SoftAssertions();
    for (String verdict : List.of("changed", "unchanged")) {
      for (Edit edit : CORPUS.edits(verdict)) {
        softly
            .assertThatCode(() -> CorpusTest.judge(edit, Builds.ECJ))
            .as(edit.name())
            .doesNotThrowAnyException();
      }
    }
    softly.assertAll();
    assertThat(CORPUS.names()).isNotEmpty();
  }
}
