package dev.cashet.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.model.Digest;
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
