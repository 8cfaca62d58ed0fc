package dev.cashet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SHA-256 values: the standard's examples, text and order. */
final class DigestTest {
  /** FIPS 180-4's example for "abc". */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void sha256_ofTheStandardsExample_isTheStandardsValue() {
    assertThat(Digest.sha256("abc").hex()).isEqualTo(ABC);
    assertThat(Digest.sha256("").hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void parse_whenInAnyCase_isTheSame() {
    assertThat(Digest.parse(ABC.toUpperCase(Locale.ROOT))).isEqualTo(Digest.sha256("abc"));
    assertThat(Digest.parse(ABC).shortHex()).isEqualTo("ba7816bf8f01");
    assertThat(Digest.parse(ABC)).hasToString(ABC).hasSameHashCodeAs(Digest.sha256("abc"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ba78", ABC + "0"})
  void parse_whenOfAnotherLength_saysHowLong(String text) {
    assertThatThrownBy(() -> Digest.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64 hexadecimal digits, not " + text.length());
  }

  @Test
  void parse_whenNotHexadecimal_isRefused() {
    assertThatThrownBy(() -> Digest.parse("g" + ABC.substring(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void of_whenNot32Bytes_isRefused() {
    assertThatThrownBy(() -> Digest.of(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32 bytes, not 31");
  }

  @Test
  void compareTo_always_isTheOrderOfTheDigits() {
    long seed = 7;
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      byte[] left = new byte[Digest.BYTES];
      random.nextBytes(left);
      byte[] right = left.clone();
      right[random.nextInt(Digest.BYTES)] ^= (byte) random.nextInt(256);
      Digest a = Digest.of(left);
      Digest b = Digest.of(right);

      assertThat(Integer.signum(a.compareTo(b)))
          .as("seed %d, case %d", seed, i)
          .isEqualTo(Integer.signum(a.hex().compareTo(b.hex())))
          .isEqualTo(Integer.signum(Arrays.compareUnsigned(left, right)));
      assertThat(a.equals(b)).isEqualTo(Arrays.equals(left, right));
      assertThat(a.toBytes()).isEqualTo(left);
    }
  }
}
