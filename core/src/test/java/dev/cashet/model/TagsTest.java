package dev.cashet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Words on commits. */
final class TagsTest {
  @Test
  void of_whenKeysHoldAnyCharacter_keepsThemSorted() {
    Tags tags = Tags.of(Map.of("b.c", "1", "a\"[x]:y", "", "λ", "2"));

    assertThat(tags.values())
        .containsExactly(Map.entry("a\"[x]:y", ""), Map.entry("b.c", "1"), Map.entry("λ", "2"));
  }

  @Test
  void and_whenBothHaveAKey_takesTheOthersValue() {
    Tags tags = Tags.of(Map.of("run", "day", "by", "me"));

    assertThat(tags.and(Tags.of(Map.of("run", "night"))).values())
        .containsExactly(Map.entry("by", "me"), Map.entry("run", "night"));
    assertThat(tags.and(Tags.none())).isEqualTo(tags);
    assertThat(Tags.none().and(tags)).isEqualTo(tags);
  }

  @Test
  void of_whenAKeyIsEmptyOrAValueIsMissing_saysWhich() {
    Map<String, String> missing = new HashMap<>();
    missing.put("run", null);

    assertThatThrownBy(() -> Tags.of(Map.of("", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("tags: ");
    assertThatThrownBy(() -> Tags.of(missing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'run'");
  }

  @Test
  void values_whenTheSourceChanges_stayTheSame() {
    Map<String, String> source = new HashMap<>(Map.of("run", "day"));
    Tags tags = Tags.of(source);
    source.put("run", "night");

    assertThat(tags.values()).containsEntry("run", "day");
    assertThatThrownBy(() -> tags.values().put("x", "y"))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
