package dev.cashet.serializer.messagepack;

import java.io.IOException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePacker;

/** A plain tree on its way into MessagePack. */
final class Packing {
  private final MessagePacker to;
  private final CharsetEncoder wellFormed = StandardCharsets.UTF_8.newEncoder();

  Packing(MessagePacker to) {
    this.to = to;
  }

  void value(@Nullable Object value) throws IOException {
    if (value == null) {
      to.packNil();
    } else if (value instanceof Object[] node) {
      to.packArrayHeader(node.length);
      for (Object part : node) {
        value(part);
      }
    } else if (value instanceof String text && wellFormed.canEncode(text)) {
      to.packString(text);
    } else if (value instanceof Integer number) {
      to.packInt(number);
    } else if (value instanceof Double number) {
      to.packDouble(number);
    } else if (value instanceof Float number) {
      to.packFloat(number);
    } else if (value instanceof Boolean flag) {
      to.packBoolean(flag);
    } else if (value instanceof byte[] bytes) {
      to.packBinaryHeader(bytes.length);
      to.writePayload(bytes);
    } else {
      named(value);
    }
  }

  /** What MessagePack has no type for: its name and a number or bytes. */
  private void named(Object value) throws IOException {
    to.packArrayHeader(2);
    if (value instanceof Long number) {
      to.packString("long").packLong(number);
    } else if (value instanceof Short number) {
      to.packString("short").packShort(number);
    } else if (value instanceof Byte number) {
      to.packString("byte").packByte(number);
    } else if (value instanceof Character character) {
      to.packString("char").packInt(character);
    } else {
      Bulk bulk = Bulk.of(value);
      byte[] bytes = bulk.toBytes(value);
      to.packString(bulk.label()).packBinaryHeader(bytes.length).writePayload(bytes);
    }
  }
}
