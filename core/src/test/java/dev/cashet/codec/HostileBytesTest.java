package dev.cashet.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.cashet.samples.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HostileBytesTest {
  private static int ran;

  /** Does something whenever it is touched. */
  private static final class Gadget implements Serializable, Comparable<Gadget> {
    @Serial
    private static final long serialVersionUID = 1L;

    final int value;

    Gadget(int value) {
      this.value = value;
    }

    @Serial
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      ran++;
    }

    @Serial
    private Object readResolve() {
      ran++;
      return this;
    }

    @Override
    public int hashCode() {
      ran++;
      return value;
    }

    @Override
    public boolean equals(Object other) {
      ran++;
      return other instanceof Gadget that && that.value == value;
    }

    @Override
    public int compareTo(Gadget other) {
      ran++;
      return Integer.compare(value, other.value);
    }
  }

  private static final class Hashed {
    final int value = 1;

    @Override
    public int hashCode() {
      ran++;
      return value;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Hashed;
    }
  }

  private record Constructed(int value) {
    Constructed {
      ran++;
    }
  }

  private enum Initialised {
    ONE;

    static {
      ran++;
    }
  }

  @Test
  void read_ofClassesThatAreNotAllowed_runsNoneOfTheirCode() {
    List<byte[]> blobs = new ArrayList<>();
    for (Object value : List.of(
        new Gadget(1),
        List.of(new Gadget(1)),
        Set.of(new Hashed()),
        new Constructed(1),
        new ArrayList<>(List.of(new Constructed(1))),
        Initialised.ONE,
        new Initialised[] {Initialised.ONE},
        new IllegalStateException("x", new OwnException(new Gadget(2))))) {
      blobs.add(Trips.write(value));
    }
    ran = 0;
    List<String> asked = new ArrayList<>();
    for (byte[] blob : blobs) {
      assertThatThrownBy(() -> Trips.read(blob, name -> {
            asked.add(name);
            return false;
          }))
          .isInstanceOf(UnreadableResultException.class)
          .hasStackTraceContaining("allow");
    }
    assertThat(ran).isZero();
    assertThat(asked).contains(Gadget.class.getName(), Constructed.class.getName());
  }

  private static final class OwnException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    final Gadget gadget;

    OwnException(Gadget gadget) {
      this.gadget = gadget;
    }

    @Override
    public String getMessage() {
      return "carries " + gadget;
    }
  }

  @Test
  void read_ofMutatedBytes_neitherCrashesNorHangs() {
    List<byte[]> seeds = new ArrayList<>();
    Samples.all().forEach((name, value) -> {
      byte[] bytes = Trips.write(value);
      if (bytes.length < 2000) {
        seeds.add(bytes);
      }
    });
    long seed = 20261124;
    Random random = new Random(seed);
    int read = 0;
    for (int i = 0; i < 120_000; i++) {
      byte[] bytes = mutate(seeds.get(random.nextInt(seeds.size())), seeds, random);
      try {
        Trips.read(bytes);
        read++;
      } catch (UnreadableResultException expected) {
        assertThat(expected).hasMessageStartingWith("cannot read a stored result");
      } catch (Throwable e) {
        fail("seed " + seed + ", round " + i + ": " + Arrays.toString(bytes), e);
      }
      try {
        ValueTree.read(new ByteArrayInputStream(bytes)).toJson(new StringBuilder());
      } catch (UnreadableResultException expected) {
        assertThat(expected).hasMessageStartingWith("cannot read a stored result");
      } catch (Throwable e) {
        fail("tree, seed " + seed + ", round " + i + ": " + Arrays.toString(bytes), e);
      }
    }
    assertThat(read).isGreaterThan(1000);
  }

  private static byte[] mutate(byte[] seed, List<byte[]> seeds, Random random) {
    byte[] bytes = seed.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes && bytes.length > 6; i++) {
      int at = 5 + random.nextInt(bytes.length - 5);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes = Arrays.copyOf(bytes, at);
        case 3 -> bytes[at] = (byte) 0xff;
        case 4 -> {
          byte[] other = seeds.get(random.nextInt(seeds.size()));
          int count = Math.min(bytes.length - at, Math.max(0, other.length - 5));
          System.arraycopy(other, 5, bytes, at, count);
        }
        default -> bytes[at] = (byte) (random.nextInt(0x50));
      }
    }
    return bytes;
  }

  @Test
  void read_ofClaimsWithoutBytes_allocatesNothing() {
    for (int tag : new int[] {0x19, 0x1a, 0x1b, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x27}) {
      assertThatThrownBy(() -> Trips.read(document(tag, 0xf0, 0xff, 0xff, 0xff, 0x07)))
          .isInstanceOf(UnreadableResultException.class);
    }
    for (int tag : new int[] {0x30, 0x31, 0x32}) {
      assertThatThrownBy(() -> Trips.read(document(tag, 1, 0xf0, 0xff, 0xff, 0xff, 0x07)))
          .isInstanceOf(UnreadableResultException.class);
    }
  }

  private static byte[] document(int... rest) {
    byte[] bytes = new byte[5 + rest.length];
    System.arraycopy("CSHT\1".getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 0, 5);
    for (int i = 0; i < rest.length; i++) {
      bytes[5 + i] = (byte) rest[i];
    }
    return bytes;
  }

  @Test
  void read_ofNestingWithoutEnd_refuses() {
    byte[] bytes = new byte[1_000_000];
    System.arraycopy(document(), 0, bytes, 0, 5);
    for (int i = 5; i + 3 <= bytes.length; i += 3) {
      bytes[i] = 0x30;
      bytes[i + 1] = 1;
      bytes[i + 2] = 1;
    }
    assertThatThrownBy(() -> Trips.read(bytes))
        .isInstanceOf(UnreadableResultException.class)
        .hasMessageContaining("deeper");
  }

  @Test
  void read_ofASetBombInAJavaStream_isRefusedBeforeItIsHashed() throws IOException {
    Set<Object> bomb = new HashSet<>();
    for (int i = 0; i < 24; i++) {
      bomb = new HashSet<>(List.of(bomb, "level " + i));
    }
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(stream)) {
      out.writeObject(bomb);
    }
    byte[] payload = stream.toByteArray();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Sink sink = new Sink(bytes);
    sink.i32(Wire.MAGIC);
    sink.u8(Wire.VERSION);
    sink.u8(Wire.JAVA);
    sink.count(0);
    sink.u8(0);
    sink.name("java.util.HashSet");
    sink.count(payload.length);
    sink.raw(payload);
    sink.flush();
    assertThatThrownBy(() -> Trips.read(bytes.toByteArray(), name -> false))
        .isInstanceOf(UnreadableResultException.class)
        .hasMessageContaining("REJECTED");
  }

  @Test
  void read_ofManyEqualHashes_isRefusedBeforeItTakesTheirSquare() {
    Set<Object> colliding = new HashSet<>();
    for (int i = 0; i < 600; i++) {
      colliding.add(List.of(i, -31 * i));
    }
    assertThat(Trips.read(Trips.write(colliding))).isEqualTo(colliding);
    for (int i = 600; i < 1200; i++) {
      colliding.add(List.of(i, -31 * i));
    }
    assertThatThrownBy(() -> Trips.write(colliding))
        .isInstanceOf(UnserializableException.class)
        .hasMessageContaining("hash code");
    byte[] list = Trips.write(new ArrayList<>(colliding));
    list[5] = Wire.SET;
    assertThatThrownBy(() -> Trips.read(list))
        .isInstanceOf(UnreadableResultException.class)
        .hasMessageContaining("hash code");
  }

  @Test
  void read_ofBytesBehindTheValue_refuses() {
    byte[] bytes = Trips.write(1);
    assertThatThrownBy(() -> Trips.read(Arrays.copyOf(bytes, bytes.length + 1)))
        .isInstanceOf(UnreadableResultException.class);
    assertThatThrownBy(() -> Trips.read(new byte[] {1, 2, 3, 4, 5, 6}))
        .isInstanceOf(UnreadableResultException.class);
    assertThatThrownBy(() -> Trips.read(new byte[0])).isInstanceOf(UnreadableResultException.class);
  }
}
