package dev.cashet.identity.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The corpus says what it claims: run, the sides of a changed pair differ and those of an unchanged pair agree. */
class BehaviourTest {
  private static final Workshop SHOP = Workshop.shared();

  static List<Edit> changed() {
    return SHOP.corpus.edits("changed");
  }

  static List<Edit> unchanged() {
    return SHOP.corpus.edits("unchanged");
  }

  @Test
  void corpus_whenRead_isLargeEnough() {
    assertThat(changed()).hasSizeGreaterThanOrEqualTo(120);
    assertThat(unchanged()).hasSizeGreaterThanOrEqualTo(80);
    assertThat(changed().stream().filter(edit -> !edit.conservative()).count())
        .isGreaterThan(changed().size() * 8L / 10);
  }

  @ParameterizedTest
  @MethodSource
  void changed(Edit edit) {
    SoftAssertions softly = new SoftAssertions();
    Map<String, String> before = SHOP.resultsTogether(edit.base(), edit.base());
    Map<String, String> after = SHOP.resultsTogether(edit.base(), edit.name());
    for (String function : before.keySet()) {
      if (edit.scope().changes(function) && !edit.conservative()) {
        softly
            .assertThat(SHOP.result(edit.name(), function))
            .as(function + " after")
            .isNotEqualTo(SHOP.result(edit.base(), function));
      } else if (!edit.scope().maySway(function) || edit.conservative()) {
        softly.assertThat(after.get(function)).as(function).isEqualTo(before.get(function));
      }
    }
    softly.assertAll();
  }

  @ParameterizedTest
  @MethodSource
  void changed_whenNamed_isAFunctionOfTheBase(Edit edit) {
    Program base = SHOP.corpus.program(edit.base());
    assertThat(edit.why()).isNotBlank();
    assertThat(base.functions().stream().anyMatch(edit.scope()::changes)).isTrue();
  }

  static List<Edit> changed_whenNamed_isAFunctionOfTheBase() {
    return changed();
  }

  @ParameterizedTest
  @MethodSource
  void unchanged(Edit edit) {
    assertThat(SHOP.resultsTogether(edit.base(), edit.name()))
        .isEqualTo(SHOP.resultsTogether(edit.base(), edit.base()));
  }

  @ParameterizedTest
  @MethodSource
  void base_whenRun_givesAResult(String base) {
    for (String function : SHOP.corpus.program(base).functions()) {
      assertThat(SHOP.result(base, function)).as(function).doesNotStartWith("threw java.lang.");
    }
  }

  static List<String> base_whenRun_givesAResult() {
    return SHOP.corpus.bases();
  }
}
