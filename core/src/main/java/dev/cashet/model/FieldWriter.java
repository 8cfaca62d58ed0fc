package dev.cashet.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes a value as numbered, length-prefixed fields in ascending order: the form of every small immutable record in a
 * store (docs/format/fields.md). One value has one encoding: numbers are shortest-form base-128, absent fields are left
 * out, repeated fields follow each other.
 */
final class FieldWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);
  private int last;

  FieldWriter bytes(int field, byte[] value) {
    if (field < last || field < 1) {
      throw new IllegalStateException("field " + field + " after field " + last);
    }
    last = field;
    varint(field);
    varint(value.length);
    out.writeBytes(value);
    return this;
  }

  FieldWriter text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  FieldWriter digest(int field, Digest value) {
    return bytes(field, value.toBytes());
  }

  FieldWriter number(int field, long value) {
    FieldWriter number = new FieldWriter();
    number.varint(value);
    return bytes(field, number.toBytes());
  }

  FieldWriter flag(int field, boolean value) {
    return value ? number(field, 1) : this;
  }

  FieldWriter instant(int field, Instant value) {
    FieldWriter parts = new FieldWriter();
    parts.varint(value.getEpochSecond());
    parts.varint(value.getNano());
    return bytes(field, parts.toBytes());
  }

  FieldWriter duration(int field, Duration value) {
    FieldWriter parts = new FieldWriter();
    parts.varint(value.getSeconds());
    parts.varint(value.getNano());
    return bytes(field, parts.toBytes());
  }

  FieldWriter optionalText(int field, Optional<String> value) {
    return value.isPresent() ? text(field, value.get()) : this;
  }

  byte[] toBytes() {
    return out.toByteArray();
  }

  /** Base 128, least significant group first; a negative number takes ten bytes. */
  void varint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
