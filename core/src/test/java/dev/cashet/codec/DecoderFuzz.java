package dev.cashet.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/**
 * Any bytes at all are read or refused, and cost what they are worth. Jazzer instruments every class of its virtual
 * machine, so this is run by itself (CONTRIBUTING.md):
 *
 * <pre>JAZZER_FUZZ=1 mvn -pl core test -Dtest=DecoderFuzz#read_ofAnyBytes_returnsOrRefusesWithinItsMeans</pre>
 *
 * <p>Without the variable the corpus is run, which {@link FuzzCorpusTest} does in each build. An input that fails is left
 * in the corpus' directory: keep it there.
 */
class DecoderFuzz {
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  /** Buffers, messages and traces, whatever the input. */
  private static final long FIXED_BYTES = 4 << 20;

  private static final long BYTES_PER_BYTE = 4096;

  @FuzzTest(maxDuration = "2m")
  void read_ofAnyBytes_returnsOrRefusesWithinItsMeans(byte[] data) throws IOException {
    read(data);
  }

  @FuzzTest(maxDuration = "1m")
  void print_ofAnyBytes_returnsOrRefuses(byte[] data) throws IOException {
    print(data);
  }

  static void read(byte[] data) throws IOException {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      Trips.read(data);
    } catch (UnreadableResultException expected) {
      assertThat(expected).hasMessageStartingWith("cannot read");
    }
    long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertThat(taken).isLessThan(FIXED_BYTES + BYTES_PER_BYTE * data.length);
  }

  static void print(byte[] data) throws IOException {
    try {
      ValueTree.read(new ByteArrayInputStream(data)).toJson(new StringBuilder());
    } catch (UnreadableResultException expected) {
      assertThat(expected).hasMessageStartingWith("cannot read");
    }
  }
}
