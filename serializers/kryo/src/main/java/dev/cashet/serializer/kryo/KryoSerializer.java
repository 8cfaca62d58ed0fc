package dev.cashet.serializer.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Output;
import dev.cashet.codec.PlainSerializer;
import java.io.OutputStream;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Results in the format of Kryo (docs/format/plain.md). Found as a service; {@code Serializers.kryo()} gives it. */
public final class KryoSerializer extends PlainSerializer {
  /** Not safe for many threads, and dear to make. */
  private final ConcurrentLinkedQueue<Kryo> idle = new ConcurrentLinkedQueue<>();

  /** For the service loader. */
  public KryoSerializer() {}

  @Override
  public String id() {
    return "kryo/1";
  }

  @Override
  protected void writeTree(@Nullable Object tree, OutputStream out) {
    Kryo kryo = take();
    Output output = new Output(4096, -1);
    output.setOutputStream(out);
    kryo.writeClassAndObject(output, tree);
    output.flush();
    idle.add(kryo);
  }

  @Override
  protected @Nullable Object readTree(byte[] bytes) {
    Kryo kryo = take();
    BoundedInput input = new BoundedInput(bytes);
    Object tree = kryo.readClassAndObject(input);
    if (!input.end()) {
      throw new IllegalArgumentException("there is more than one value");
    }
    idle.add(kryo);
    return tree;
  }

  /** One that failed is not used again. */
  private Kryo take() {
    Kryo known = idle.poll();
    return known != null ? known : PlainKryo.create();
  }
}
