package dev.cashet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** docs/format/commit.md, "Function record", replayed; and what is none. */
final class FunctionRecordTest {
  @Test
  void encode_ofTheExample_givesTheBytesAndTheDigestOfThePage() {
    byte[] encoded = Samples.record().encode();

    assertThat(encoded).isEqualTo(FormatExamples.bytes("commit.md", "record"));
    assertThat(Digest.sha256(encoded).hex())
        .isEqualTo(FormatExamples.block("commit.md", "record digest"));
  }

  @Test
  void decode_whenEncoded_isEqual() {
    assertThat(FunctionRecord.decode(Samples.record().encode())).isEqualTo(Samples.record());
  }

  @Test
  void kinds_always_keepTheNumbersOfThePage() {
    assertThat(KeyTree.Kind.values())
        .extracting(Enum::name)
        .containsExactly(
            "METHOD",
            "CLASS",
            "INITIALISER",
            "FIELD",
            "CALL",
            "LIBRARY",
            "PLATFORM",
            "VARIABLE",
            "OPTION");
    assertThat(Finding.Category.values())
        .extracting(Enum::name)
        .containsExactly("HOLE", "IMPURITY");
    assertThat(Finding.Level.values()).extracting(Enum::name).containsExactly("WARN", "NOTE");
  }

  @Test
  void decode_whenBytesAreChanged_acceptsNothingThatItWouldNotWrite() {
    long seed = 20260302;
    Random random = new Random(seed);
    byte[] encoded = Samples.record().encode();
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] changed = encoded.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      byte[] cut = Arrays.copyOf(changed, changed.length - random.nextInt(2) * random.nextInt(40));
      try {
        assertThat(FunctionRecord.decode(cut).encode())
            .as("seed %d, case %d", seed, i)
            .isEqualTo(cut);
        read++;
      } catch (MalformedRecordException e) {
        assertThat(e).hasMessageStartingWith("cannot read function record");
      }
    }
    assertThat(read).isGreaterThan(100);
  }

  @Test
  void keyTree_whenAUsePointsNowhere_isRefused() {
    KeyTree.Part part =
        new KeyTree.Part(KeyTree.Kind.METHOD, "app.A.a()", Samples.FUNCTION, List.of(1));

    assertThatThrownBy(() -> new KeyTree(List.of(part)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("app.A.a() uses part 1 of 1");
    assertThatThrownBy(() -> new KeyTree(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("root");
  }
}
