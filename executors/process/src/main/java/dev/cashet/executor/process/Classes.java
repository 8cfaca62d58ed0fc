package dev.cashet.executor.process;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** In the other process: the programs that tasks belong to, and their classes, asked for where they are not at hand. */
final class Classes {
  private final Link link;
  private final AtomicInteger count = new AtomicInteger();
  private final Map<Integer, CompletableFuture<Optional<Given>>> asked = new ConcurrentHashMap<>();
  private final Map<String, byte[]> byDigest = new ConcurrentHashMap<>();
  private final Map<Integer, TaskLoader> loaders = new ConcurrentHashMap<>();

  Classes(Link link) {
    this.link = link;
  }

  /**
   * A class as the program sent it.
   *
   * @param bytes the class file
   * @param variables what {@link CallWriter} wrote of a shell's variables; mostly empty
   * @param refusal why there are no variables, or empty
   */
  // Not compared.
  record Given(byte[] bytes, byte[] variables, String refusal) {}

  /** The loader of a program's classes: the same for all its tasks, if a class of a name always is. */
  TaskLoader loader(Errand.Program program) {
    return program.lasting()
        ? loaders.computeIfAbsent(program.number(), number -> TaskLoader.of(program, this))
        : TaskLoader.of(program, this);
  }

  /** Asks the program for a class; waits for the answer, and does not let an interrupt of the task come between. */
  Optional<Given> ask(String name) {
    int number = count.incrementAndGet();
    CompletableFuture<Optional<Given>> answer = new CompletableFuture<>();
    asked.put(number, answer);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(number);
      out.writeUTF(name);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    link.send(Frame.Kind.CLASS_ASKED, bytes.toByteArray());
    return answer.join();
  }

  /** An answer has come. */
  void given(byte[] frame) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(frame));
    CompletableFuture<Optional<Given>> answer = asked.remove(in.readInt());
    Given given = in.readBoolean() ? read(in) : null;
    if (answer != null) {
      answer.complete(Optional.ofNullable(given));
    }
  }

  private @Nullable Given read(DataInputStream in) throws IOException {
    String digest = in.readUTF();
    byte[] sent = in.readNBytes(in.readInt());
    byte[] bytes = sent.length > 0 ? sent : byDigest.get(digest);
    if (bytes == null) {
      return null;
    }
    byDigest.putIfAbsent(digest, bytes);
    String refusal = in.readUTF();
    return new Given(bytes, in.readAllBytes(), refusal);
  }
}
