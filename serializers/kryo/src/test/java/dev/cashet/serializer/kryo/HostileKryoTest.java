package dev.cashet.serializer.kryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Output;
import dev.cashet.codec.ReadContext;
import dev.cashet.codec.Serializer;
import dev.cashet.codec.Serializers;
import dev.cashet.codec.UnreadableResultException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Bytes of Kryo by someone who can write the store. */
final class HostileKryoTest {
  private static final Serializer KRYO = Serializers.kryo();

  /** Tells when any of its code runs. */
  static final class Gadget implements Serializable {
    private static final long serialVersionUID = 1L;
    static final AtomicInteger RUNS = new AtomicInteger();

    Gadget() {
      RUNS.incrementAndGet();
    }

    @Override
    public int hashCode() {
      return RUNS.incrementAndGet();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Gadget;
    }

    private void readObject(ObjectInputStream in) {
      RUNS.incrementAndGet();
    }
  }

  private static byte[] plainKryo(Object value) {
    Kryo kryo = new Kryo();
    kryo.setRegistrationRequired(false);
    kryo.setReferences(true);
    Output output = new Output(1024, -1);
    kryo.writeClassAndObject(output, value);
    return output.toBytes();
  }

  private static Object read(byte[] bytes) throws IOException {
    return KRYO.read(
        new ByteArrayInputStream(bytes),
        new ReadContext(
            HostileKryoTest.class.getClassLoader(),
            name -> true,
            () -> new ByteArrayInputStream(bytes)));
  }

  @Test
  void read_whenKryosOwnWayNamesAClass_runsNoneOfItsCode() {
    Map<Object, Object> keyed = new HashMap<>();
    keyed.put(new Gadget(), 1);
    for (Object value : List.of(new Gadget(), keyed, new HashSet<>(Set.of(new Gadget())))) {
      byte[] bytes = plainKryo(value);
      int before = Gadget.RUNS.get();

      assertThatThrownBy(() -> read(bytes)).isInstanceOf(UnreadableResultException.class);

      assertThat(Gadget.RUNS.get()).isEqualTo(before);
    }
  }

  @Test
  void read_whenSetsAreNestedSoThatHashingNeverEnds_refusesAtOnce() {
    Set<Object> root = new HashSet<>();
    Set<Object> one = root;
    Set<Object> two = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      Set<Object> nextOne = new HashSet<>();
      Set<Object> nextTwo = new HashSet<>();
      nextTwo.add("different");
      one.add(nextOne);
      one.add(nextTwo);
      two.add(nextOne);
      two.add(nextTwo);
      one = nextOne;
      two = nextTwo;
      if (i > 12) {
        break;
      }
    }
    byte[] bytes = plainKryo(root);
    assertThatThrownBy(() -> read(bytes)).isInstanceOf(UnreadableResultException.class);
    long start = System.nanoTime();

    assertThatThrownBy(() -> read(bytes)).isInstanceOf(UnreadableResultException.class);

    assertThat(System.nanoTime() - start).isLessThan(50_000_000L);
  }

  /** Each claims two thousand million elements and ends. */
  @Test
  void read_whenFewBytesClaimMuch_makesNoRoomForThem() {
    String most = "ffffffff07";
    for (int id = 0; id < 24; id++) {
      byte[] bytes = HexFormat.of().parseHex(HexFormat.of().toHexDigits((byte) id) + most + "00");

      assertThatThrownBy(() -> read(bytes)).isInstanceOf(UnreadableResultException.class);
    }
  }
}
