package dev.cashet.identity.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.Fn0;
import dev.cashet.identity.FunctionIdentity;
import dev.cashet.identity.FunctionKey;
import dev.cashet.model.Invocation;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentifyTest {
  private final FunctionIdentity identity = new BytecodeIdentity();

  static int seven() {
    return 7;
  }

  static int eight() {
    return 8;
  }

  @Test
  void identify_whenTheSameFunction_isTheSame() {
    FunctionKey one = identify(IdentifyTest::seven);
    FunctionKey two = new IdentifyTest().identify(IdentifyTest::seven);
    assertThat(one.digest()).isEqualTo(two.digest());
    assertThat(one.digest()).isNotEqualTo(identify(IdentifyTest::eight).digest());
    assertThat(one.record().key().root().name()).isEqualTo(getClass().getName() + ".seven");
    assertThat(one.record().digest()).isEqualTo(one.digest());
  }

  @Test
  void isUserClass_whenFromADirectory_isTrue() {
    FunctionKey key = identify(IdentifyTest::seven);
    assertThat(key.isUserClass(getClass().getName())).isTrue();
    assertThat(key.isUserClass("java.lang.String")).isFalse();
    assertThat(key.isUserClass("org.junit.jupiter.api.Test")).isFalse();
  }

  private FunctionKey identify(Fn0<?> function) {
    return identity.identify(
        identity.resolve(new Invocation(function, List.of(), function::call)),
        List.of(),
        List.of());
  }
}
