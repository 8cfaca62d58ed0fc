package dev.cashet.serializer.messagepack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cashet.codec.ReadContext;
import dev.cashet.codec.Serializers;
import dev.cashet.codec.UnreadableResultException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;

/** MessagePack by someone who can write the store. */
final class HostileMessagePackTest {
  private static Object read(byte[] bytes) throws IOException {
    return Serializers.messagePack()
        .read(
            new ByteArrayInputStream(bytes),
            new ReadContext(
                HostileMessagePackTest.class.getClassLoader(),
                name -> false,
                () -> new ByteArrayInputStream(bytes)));
  }

  private static Object read(String hex) throws IOException {
    return read(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  @Test
  void read_whenFewBytesClaimMuch_makesNoRoomForThem() {
    for (String hex : List.of(
        "dd 7fffffff 01", // an array
        "dd ffffffff 01",
        "c6 7fffffff 01", // bytes
        "db 7fffffff 61", // a text
        "df 7fffffff 01", // a map
        "c9 7fffffff 01 01")) { // an extension
      assertThatThrownBy(() -> read(hex)).isInstanceOf(UnreadableResultException.class);
    }
  }

  @Test
  void read_whenNestedDeep_refuses() {
    byte[] deep = new byte[5_000_000];
    Arrays.fill(deep, (byte) 0x91);

    assertThatThrownBy(() -> read(deep)).isInstanceOf(UnreadableResultException.class);
  }

  @Test
  void read_whenItIsNoTree_refuses() {
    for (String hex : List.of(
        "80", // a map
        "90", // an empty node
        "91 01",
        "92 a4 6c697374 c0", // a list of no kind
        "92 a4 6c6f6e67 a1 61", // a long that is a text
        "92 a4 63686172 ce 00010000", // a char that is too large
        "92 a4 696e7473 c4 03 000000", // ints of 3 bytes
        "a1 ff", // no UTF-8
        "01 01")) {
      assertThatThrownBy(() -> read(hex)).as(hex).isInstanceOf(UnreadableResultException.class);
    }
  }

  @Test
  void read_whenSetsAreNested_isQuick() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MessagePacker packer = MessagePack.newDefaultPacker(out);
    nest(packer, 12);
    packer.flush();
    byte[] bytes = out.toByteArray();
    read(bytes);
    long start = System.nanoTime();

    read(bytes);

    assertThat(System.nanoTime() - start).isLessThan(50_000_000L);
  }

  /** A set of two sets, and so on: without sharing the bytes double at each level as the work does. */
  private static void nest(MessagePacker to, int levels) throws IOException {
    to.packArrayHeader(levels == 0 ? 2 : 4).packString("set").packString("hash");
    if (levels > 0) {
      nest(to, levels - 1);
      to.packString("different " + levels);
    }
  }

  @Test
  void write_always_isWhatTheFormatPageShows() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Serializers.messagePack().write(List.of(1, "a", 2L), out);

    assertThat(HexFormat.of().formatHex(out.toByteArray()))
        .isEqualTo("95a46c697374a9696d6d757461626c6501a16192a46c6f6e6702");
  }
}
