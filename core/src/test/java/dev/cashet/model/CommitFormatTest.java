package dev.cashet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/format/commit.md, replayed; and what is no commit. */
final class CommitFormatTest {
  @Test
  void encode_whenTheRunCompleted_givesTheBytesAndTheIdOfThePage() {
    Commit commit = Samples.completed();

    assertThat(commit.encode()).isEqualTo(FormatExamples.bytes("commit.md", "completed"));
    assertThat(commit.id().hex()).isEqualTo(FormatExamples.block("commit.md", "completed id"));
  }

  @Test
  void encode_whenTheRunFailed_givesTheBytesAndTheIdOfThePage() {
    Commit commit = Samples.failed();

    assertThat(commit.encode()).isEqualTo(FormatExamples.bytes("commit.md", "failed"));
    assertThat(commit.id().hex()).isEqualTo(FormatExamples.block("commit.md", "failed id"));
  }

  @Test
  void fingerprint_ofTheExample_isThatOfThePage() {
    Fingerprint fingerprint = Fingerprint.of(Samples.FUNCTION, Samples.ARGUMENTS, Samples.OPTIONS);

    assertThat(fingerprint.hex()).isEqualTo(FormatExamples.block("commit.md", "fingerprint"));
    assertThat(fingerprint.scheme()).isEqualTo(1);
  }

  @Test
  void fingerprint_whenPartsTradePlaces_isAnother() {
    assertThat(Fingerprint.of(Samples.ARGUMENTS, Samples.FUNCTION, Samples.OPTIONS))
        .isNotEqualTo(Fingerprint.of(Samples.FUNCTION, Samples.ARGUMENTS, Samples.OPTIONS));
    assertThatThrownBy(() -> new Fingerprint(0, Samples.FUNCTION))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("scheme");
  }

  @Test
  void decode_whenEncoded_isEqual() {
    for (Commit commit : Arrays.asList(Samples.completed(), Samples.failed())) {
      assertThat(Commit.decode(commit.id(), commit.encode())).isEqualTo(commit);
    }
  }

  @Test
  void decode_whenAnyBitIsFlipped_isRefused() {
    Commit commit = Samples.completed();
    byte[] content = commit.encode();
    for (int bit = 0; bit < content.length * 8; bit++) {
      byte[] changed = content.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);

      assertThatThrownBy(() -> Commit.decode(commit.id(), changed))
          .isInstanceOf(MalformedRecordException.class)
          .hasMessageContaining(commit.id().shortHex())
          .hasMessageContaining("belongs to the name");
    }
  }

  @Test
  void decode_whenForgedUnderItsOwnName_acceptsNothingThatItWouldNotWrite() {
    long seed = 20260301;
    Random random = new Random(seed);
    byte[] content = Samples.completed().encode();
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] forged = content.clone();
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        forged[random.nextInt(forged.length)] = (byte) random.nextInt();
      }
      byte[] cut = Arrays.copyOf(forged, forged.length - random.nextInt(2) * random.nextInt(40));
      try {
        Commit commit = Commit.decode(new CommitId(Digest.sha256(cut)), cut);
        assertThat(commit.encode()).as("seed %d, case %d", seed, i).isEqualTo(cut);
        read++;
      } catch (MalformedRecordException e) {
        assertThat(e).hasMessageStartingWith("cannot read commit");
      }
    }
    assertThat(read).as("cases that are commits all the same").isGreaterThan(100);
  }

  @Test
  void decode_whenTheFormatIsNewer_saysSo() {
    byte[] newer = Samples.failed().encode();
    newer[2] = 3;

    assertThatThrownBy(() -> Commit.decode(new CommitId(Digest.sha256(newer)), newer))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("it has format 3; this version of cashet reads up to 2");
  }

  @Test
  void decode_whenTheKeyHadOptions_isWhatWasEncoded() {
    Commit commit = Samples.withOptions();

    Commit read = Commit.decode(commit.id(), commit.encode());

    assertThat(read).isEqualTo(commit);
    assertThat(read.call().options().ignored()).containsExactly("depth", "log");
    assertThat(read.run().cause()).contains(Cause.EXPIRED);
  }

  @Test
  void decode_whenTheFormatSaysMoreThanTheFields_isRefused() {
    byte[] claimed = Samples.failed().encode();
    claimed[2] = 2;

    assertThatThrownBy(() -> Commit.decode(new CommitId(Digest.sha256(claimed)), claimed))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("no field of it");
  }

  @Test
  void decode_whenTheFirstFormatHasLaterFields_isRefused() {
    byte[] claimed = Samples.withOptions().encode();
    claimed[2] = 1;

    assertThatThrownBy(() -> Commit.decode(new CommitId(Digest.sha256(claimed)), claimed))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("field 22");
  }

  @Test
  void decode_whenTagsAreOutOfOrder_isRefused() {
    byte[] content = Samples.completed().encode();
    byte[] swapped = swapTags(content);

    assertThatThrownBy(() -> Commit.decode(new CommitId(Digest.sha256(swapped)), swapped))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageContaining("tags are out of order");
  }

  @Test
  void status_whenTheTimeToLiveHasPassed_isExpiredAndNotServed() {
    Commit commit = Samples.completed();
    Instant end = commit.run().completedAt().plus(Duration.ofHours(1));

    assertThat(commit.expiresAt()).contains(end);
    assertThat(commit.statusAt(end.minusNanos(1))).isEqualTo(Commit.Status.COMPLETED);
    assertThat(commit.statusAt(end)).isEqualTo(Commit.Status.EXPIRED);
    assertThat(commit.isServableAt(end.minusNanos(1)))
        .as("asked never to be served")
        .isFalse();
    assertThat(Samples.failed().statusAt(end)).isEqualTo(Commit.Status.FAILED);
    assertThat(Samples.failed().isServableAt(end)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S"})
  void terms_whenTheTimeToLiveIsNotPositive_areRefused(Duration ttl) {
    assertThatThrownBy(() -> new Commit.Terms(Tags.none(), java.util.Optional.of(ttl), true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("ttl: ");
  }

  /** The two tags of the example, which follow each other, in the other order. */
  private static byte[] swapTags(byte[] content) {
    byte[] by = {0x13, 0x06, 0x01, 0x02, 'b', 'y', 0x02, 0x00};
    int start = java.util.Collections.indexOfSubList(list(content), list(by));
    int end = start + by.length + 16;
    byte[] swapped = content.clone();
    System.arraycopy(content, start + by.length, swapped, start, 16);
    System.arraycopy(by, 0, swapped, end - by.length, by.length);
    return swapped;
  }

  private static java.util.List<Byte> list(byte[] bytes) {
    java.util.List<Byte> list = new java.util.ArrayList<>();
    for (byte b : bytes) {
      list.add(b);
    }
    return list;
  }
}
