package dev.cashet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.engine.Policy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Options: which level wins, and which values are refused by name. */
final class TaskOptionsTest {
  @Test
  void toPolicy_whenNothingIsGiven_hasTheDefaults() {
    Policy policy = TaskOptions.defaults().toPolicy();

    assertThat(policy.reuse())
        .isEqualTo(
            new Policy.Reuse(true, false, java.util.Optional.empty(), java.util.Optional.empty()));
    assertThat(policy.attempts().retries()).isZero();
    assertThat(policy.attempts().timeout()).isEmpty();
    assertThat(policy.name()).isEmpty();
    assertThat(policy.ttl()).isEmpty();
    assertThat(policy.key())
        .isEqualTo(new Policy.KeyOptions(
            java.util.Optional.empty(),
            java.util.Optional.empty(),
            List.of(),
            dev.cashet.identity.FunctionIdentity.Scope.NONE,
            false));
  }

  @Test
  void orElse_whenBothLevelsSaySomething_takesTheFirst() {
    TaskOptions call = TaskOptions.defaults().retries(1).tag("run", "day").cache(true);
    TaskOptions client = TaskOptions.defaults()
        .retries(5)
        .cache(false)
        .timeout(Duration.ofSeconds(9))
        .tags(Map.of("run", "night", "by", "client"));

    Policy policy = call.orElse(client).toPolicy();

    assertThat(policy.attempts().retries()).isEqualTo(1);
    assertThat(policy.reuse().cache()).as("true that was given beats false").isTrue();
    assertThat(policy.attempts().timeout()).contains(Duration.ofSeconds(9));
    assertThat(policy.tags().values())
        .containsExactly(Map.entry("by", "client"), Map.entry("run", "day"));
  }

  @Test
  void of_whenAMethodIsAnnotated_takesWhatTheAnnotationSays() throws NoSuchMethodException {
    TaskOptions options = Annotated.of(
        TaskOptionsTest.class.getDeclaredMethod("annotated").getAnnotation(Task.class));

    Policy policy = options.toPolicy();

    assertThat(policy.name()).contains("renamed");
    assertThat(policy.ttl()).contains(Duration.ofDays(1));
    assertThat(policy.key().version()).contains("2");
    assertThat(policy.key().ignore()).containsExactly("log");
    assertThat(policy.tags().values())
        .containsExactly(Map.entry("nightly", ""), Map.entry("run", "a=b"));
    assertThat(
            TaskOptions.defaults().version("3").orElse(options).toPolicy().key().version())
        .as("the call over the annotation")
        .contains("3");
  }

  @Test
  void of_whenADurationOfTheAnnotationIsNone_namesTheOption() throws NoSuchMethodException {
    Task task = TaskOptionsTest.class.getDeclaredMethod("misspelt").getAnnotation(Task.class);

    assertThatThrownBy(() -> Annotated.of(task))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("timeout")
        .hasMessageContaining("'30s'");
  }

  @Test
  void options_whenAValueIsBad_areRefusedByName() {
    refuses("retries", options -> options.retries(-1));
    refuses("backoff", options -> options.backoff(Duration.ofMillis(-1)));
    refuses("timeout", options -> options.timeout(Duration.ZERO));
    refuses("timeout", options -> options.timeout(Duration.ofSeconds(-1)));
    refuses("ttl", options -> options.ttl(Duration.ZERO));
    refuses("maxAge", options -> options.maxAge(Duration.ofSeconds(-1)));
    refuses("name", options -> options.name(""));
    refuses("version", options -> options.version(""));
    refuses("salt", options -> options.salt(""));
    refuses("ignore", options -> options.ignore("a", ""));
    refuses("tag", options -> options.tag("", "value"));
  }

  @Test
  void equals_whenTheSameIsGiven_isTrueInAnyOrder() {
    TaskOptions one = TaskOptions.defaults().retries(1).salt("s");
    TaskOptions other = TaskOptions.defaults().salt("s").retries(1);

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isNotEqualTo(one.retries(2));
  }

  @Task(
      name = "renamed",
      ttl = "P1D",
      version = "2",
      ignore = "log",
      tags = {"nightly", "run=a=b"})
  static void annotated() {}

  @Task(timeout = "30s")
  static void misspelt() {}

  private static void refuses(String option, UnaryOperator<TaskOptions> give) {
    ThrowingCallable act = () -> give.apply(TaskOptions.defaults());
    assertThatThrownBy(act)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(option);
  }
}
