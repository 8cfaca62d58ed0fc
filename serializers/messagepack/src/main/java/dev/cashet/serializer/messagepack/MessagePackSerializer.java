package dev.cashet.serializer.messagepack;

import dev.cashet.codec.PlainSerializer;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;

/** Results as MessagePack (docs/format/plain.md). Found as a service; {@code Serializers.messagePack()} gives it. */
public final class MessagePackSerializer extends PlainSerializer {
  /** For the service loader. */
  public MessagePackSerializer() {}

  @Override
  public String id() {
    return "messagepack/1";
  }

  @Override
  protected void writeTree(@Nullable Object tree, OutputStream out) throws IOException {
    MessagePacker packer = MessagePack.newDefaultPacker(out);
    new Packing(packer).value(tree);
    packer.flush();
  }

  @Override
  protected @Nullable Object readTree(byte[] bytes) throws IOException {
    return new Unpacking(bytes).all();
  }
}
