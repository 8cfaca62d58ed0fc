package dev.cashet.serializer.fory;

import dev.cashet.codec.PlainSerializer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.fory.Fory;
import org.jspecify.annotations.Nullable;

/**
 * Results in the format of Apache Fory (docs/format/plain.md). Found as a service; {@code Serializers.fory()} gives it. Fory
 * uses {@code sun.misc.Unsafe}, of which JDK 24 and later warn.
 */
public final class ForySerializer extends PlainSerializer {
  /** Not safe for many threads, and dear to make. */
  private final ConcurrentLinkedQueue<Fory> idle = new ConcurrentLinkedQueue<>();

  /** For the service loader. */
  public ForySerializer() {}

  @Override
  public String id() {
    return "fory/1";
  }

  @Override
  protected void writeTree(@Nullable Object tree, OutputStream out) throws IOException {
    Fory fory = take();
    byte[] bytes = fory.serialize(PlainFory.root(tree));
    idle.add(fory);
    out.write(bytes);
  }

  @Override
  protected @Nullable Object readTree(byte[] bytes) {
    Fory fory = take();
    Object tree = PlainFory.tree(fory, bytes);
    idle.add(fory);
    return tree;
  }

  /** One that failed is not used again. */
  private Fory take() {
    Fory known = idle.poll();
    return known != null ? known : PlainFory.create();
  }
}
