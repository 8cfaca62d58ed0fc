package dev.cashet.serializer.messagepack;

import java.io.IOException;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;

/** A plain tree on its way out of bytes that are not trusted: nothing is made that the bytes do not have room for. */
final class Unpacking {
  private static final MessagePack.UnpackerConfig STRICT = new MessagePack.UnpackerConfig()
      .withActionOnMalformedString(CodingErrorAction.REPORT)
      .withActionOnUnmappableString(CodingErrorAction.REPORT);

  private final MessageUnpacker from;
  private final long size;

  Unpacking(byte[] bytes) {
    this.from = STRICT.newUnpacker(bytes);
    this.size = bytes.length;
  }

  @Nullable
  Object all() throws IOException {
    Object tree = value();
    if (from.hasNext()) {
      throw new IllegalArgumentException("there is more than one value");
    }
    return tree;
  }

  private @Nullable Object value() throws IOException {
    MessageFormat format = from.getNextFormat();
    return switch (format.getValueType()) {
      case NIL -> {
        from.unpackNil();
        yield null;
      }
      case BOOLEAN -> from.unpackBoolean();
      case INTEGER -> from.unpackInt();
      case FLOAT -> format == MessageFormat.FLOAT32 ? number32() : number64();
      case STRING -> from.unpackString();
      case BINARY -> bytes();
      case ARRAY -> array();
      case MAP, EXTENSION ->
        throw new IllegalArgumentException("there is a " + format.getValueType());
    };
  }

  private Object number32() throws IOException {
    return from.unpackFloat();
  }

  private Object number64() throws IOException {
    return from.unpackDouble();
  }

  private int room(int count) {
    if (count > size - from.getTotalReadBytes()) {
      throw new IllegalArgumentException(count + " elements have no room in what is left");
    }
    return count;
  }

  private byte[] bytes() throws IOException {
    return from.readPayload(room(from.unpackBinaryHeader()));
  }

  private @Nullable Object array() throws IOException {
    int length = room(from.unpackArrayHeader());
    @Nullable Object[] parts = new @Nullable Object[length];
    for (int i = 0; i < length; i++) {
      if (i == 1 && length == 2 && parts[0] instanceof String label && isNumber(label)) {
        return number(label);
      }
      parts[i] = value();
    }
    Bulk bulk = length == 2 && parts[0] instanceof String label ? Bulk.named(label) : null;
    return bulk != null && parts[1] instanceof byte[] bytes ? bulk.fromBytes(bytes) : parts;
  }

  private static boolean isNumber(String label) {
    return switch (label) {
      case "long", "short", "byte", "char" -> true;
      default -> false;
    };
  }

  private Object number(String label) throws IOException {
    return switch (label) {
      case "long" -> from.unpackLong();
      case "short" -> from.unpackShort();
      case "byte" -> from.unpackByte();
      default -> {
        int number = from.unpackInt();
        if (number != (char) number) {
          throw new IllegalArgumentException(number + " is no char");
        }
        yield (char) number;
      }
    };
  }
}
