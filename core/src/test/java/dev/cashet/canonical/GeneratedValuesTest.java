package dev.cashet.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.model.Digest;
import dev.cashet.samples.Described;
import dev.cashet.samples.Graphs;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GeneratedValuesTest {
  private static final long SEED = 4711;

  @Test
  void digest_ofTwins_isTheSame() {
    for (int i = 0; i < 30_000; i++) {
      Object value = new Graphs(new Random(SEED + i)).next();
      Object twin = new Graphs(new Random(SEED + i)).twin();
      assertThat(Digests.of(twin)).as("seed %d", SEED + i).isEqualTo(Digests.of(value));
    }
  }

  /** As many as the property {@code cashet.fuzz.values} says; a million takes about a minute. */
  @Test
  void digest_ofManyValues_isTheSameExactlyForEqualOnes() {
    int rounds = Integer.getInteger("cashet.fuzz.values", 100_000);
    Map<Digest, Digest> byDigest = new HashMap<>();
    Map<Digest, Digest> byText = new HashMap<>();
    for (int i = 0; i < rounds; i++) {
      Object value = new Graphs(new Random(SEED + i)).next();
      Digest digest = Digests.of(value);
      Digest text = Digest.sha256(Described.of(value));
      Digest otherText = byDigest.putIfAbsent(digest, text);
      Digest otherDigest = byText.putIfAbsent(text, digest);
      assertThat(otherText == null ? text : otherText)
          .as("seed %d shares a digest with another value: %s", SEED + i, Described.of(value))
          .isEqualTo(text);
      assertThat(otherDigest == null ? digest : otherDigest)
          .as("seed %d has another digest than an equal value: %s", SEED + i, Described.of(value))
          .isEqualTo(digest);
    }
    assertThat(byDigest).hasSizeGreaterThan(rounds / 10);
  }

  /** Two values of one digest have one text: the text shows what the digest counts, in the order of the first of them. */
  @Test
  void digest_ofDifferentArrays_differs() {
    Map<Digest, String> texts = new HashMap<>();
    Random random = new Random(SEED);
    for (int i = 0; i < 200_000; i++) {
      int[] array = random.ints(random.nextInt(4), 0, 40).toArray();
      long[] longs = {random.nextInt(3), random.nextInt(1000)};
      Object value = random.nextBoolean() ? array : random.nextBoolean() ? longs : array.length;
      String text = ArgumentText.of(value);
      String other = texts.putIfAbsent(Digests.of(value), text);
      assertThat(other == null ? text : other).as("seed %d, round %d", SEED, i).isEqualTo(text);
    }
    assertThat(texts.values()).doesNotHaveDuplicates();
  }
}
