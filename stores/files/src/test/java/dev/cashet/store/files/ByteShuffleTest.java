package dev.cashet.store.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteShuffleTest {
  @Test
  void shuffle_always_putsByteIOfGroupJAtIndexINPlusJ() {
    byte[] target = new byte[11];

    ByteShuffle.shuffle(new byte[] {99, 0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 22}, 1, 11, 4, target);

    assertThat(target).containsExactly(0, 10, 1, 11, 2, 12, 3, 13, 20, 21, 22);
  }

  @Test
  void restore_afterShuffle_isTheSame() {
    for (int width : new int[] {4, 8}) {
      for (int length = 0; length < 70; length++) {
        byte[] bytes = Samples.noise(length, length);
        byte[] shuffled = new byte[length];
        byte[] restored = new byte[length];

        ByteShuffle.shuffle(bytes, 0, length, width, shuffled);
        ByteShuffle.restore(shuffled, length, width, restored);

        assertThat(restored).as("%d bytes in groups of %d", length, width).isEqualTo(bytes);
      }
    }
  }
}
