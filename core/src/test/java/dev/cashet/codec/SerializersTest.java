package dev.cashet.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The class path of these tests holds core alone. */
final class SerializersTest {
  @Test
  void serializers_whenTheModuleIsMissing_nameTheArtifact() {
    assertMissing(Serializers::json, "dev.cashet:cashet-serializer-json");
    assertMissing(Serializers::messagePack, "dev.cashet:cashet-serializer-messagepack");
    assertMissing(Serializers::kryo, "dev.cashet:cashet-serializer-kryo");
    assertMissing(Serializers::fory, "dev.cashet:cashet-serializer-fory");
  }

  @Test
  void installed_whenThereIsNoModule_isTheStandardOne() {
    assertThat(Serializers.installed()).isEqualTo(List.of(Serializers.standard()));
  }

  private static void assertMissing(Supplier<Serializer> serializer, String artifact) {
    assertThatThrownBy(serializer::get)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("add " + artifact);
  }
}
