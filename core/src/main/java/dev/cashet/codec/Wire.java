package dev.cashet.codec;

/** The numbers of the format {@code cashet/1}; docs/format/codec.md has the same tables. Numbers are never reused. */
final class Wire {
  static final String ID = "cashet/1";
  /** The first four bytes. */
  static final int MAGIC = 0x54485343;

  static final int VERSION = 1;

  /** Groups inside groups. */
  static final int MAX_DEPTH = 1000;
  /** The most elements of a group or array, and the most bytes of a text. */
  static final int MAX_COUNT = Integer.MAX_VALUE - 16;

  static final int NULL = 0x00;
  static final int REF = 0x01;

  static final int FALSE = 0x10;
  static final int TRUE = 0x11;
  static final int BYTE = 0x12;
  static final int SHORT = 0x13;
  static final int CHAR = 0x14;
  static final int INT = 0x15;
  static final int LONG = 0x16;
  static final int FLOAT = 0x17;
  static final int DOUBLE = 0x18;
  static final int TEXT = 0x19;
  static final int MALFORMED_TEXT = 0x1a;
  static final int BIG_INTEGER = 0x1b;
  static final int BIG_DECIMAL = 0x1c;
  static final int ENUM = 0x1d;
  static final int CLASS = 0x1e;
  static final int SCALAR = 0x1f;

  static final int BOOLEAN_ARRAY = 0x20;
  static final int BYTE_ARRAY = 0x21;
  static final int SHORT_ARRAY = 0x22;
  static final int CHAR_ARRAY = 0x23;
  static final int INT_ARRAY = 0x24;
  static final int LONG_ARRAY = 0x25;
  static final int FLOAT_ARRAY = 0x26;
  static final int DOUBLE_ARRAY = 0x27;
  static final int ARRAY = 0x28;

  static final int LIST = 0x30;
  static final int SET = 0x31;
  static final int MAP = 0x32;
  static final int ENUM_SET = 0x33;
  static final int ENUM_MAP = 0x34;
  static final int HOLDER = 0x35;

  static final int OBJECT = 0x40;
  static final int RECORD = 0x41;
  static final int JAVA = 0x42;
  static final int STORED = 0x43;
  static final int FILE = 0x44;
  static final int BYTE_STREAM = 0x4f;

  private Wire() {}
}
