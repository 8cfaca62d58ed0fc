package dev.cashet.canonical;

/** The first byte of every encoded value; docs/format/canonical.md has the same table. Numbers are never reused. */
final class Tag {
  /** The version of these rules; the first byte of everything that is hashed. */
  static final int SCHEME = 1;

  static final int NULL = 0x00;
  static final int STAND_IN = 0x01;
  static final int BACK = 0x02;
  static final int ARGUMENTS = 0x03;

  static final int BOOLEAN = 0x10;
  static final int BYTE = 0x11;
  static final int SHORT = 0x12;
  static final int CHAR = 0x13;
  static final int INT = 0x14;
  static final int LONG = 0x15;
  static final int FLOAT = 0x16;
  static final int DOUBLE = 0x17;
  static final int TEXT = 0x18;
  static final int MALFORMED_TEXT = 0x19;
  static final int BIG_INTEGER = 0x1a;
  static final int BIG_DECIMAL = 0x1b;
  static final int ENUM = 0x1c;
  static final int CLASS = 0x1d;
  static final int NAMED = 0x1e;

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
  static final int ORDERED_SET = 0x32;
  static final int SORTED_SET = 0x33;
  static final int MAP = 0x34;
  static final int ORDERED_MAP = 0x35;
  static final int SORTED_MAP = 0x36;
  static final int NAMED_GROUP = 0x37;
  static final int NAMED_BAG = 0x38;

  static final int OBJECT = 0x40;
  static final int RECORD = 0x41;
  static final int THROWABLE = 0x42;
  static final int EXTENDED = 0x43;
  static final int FUNCTION = 0x44;
  static final int STORED = 0x45;
  static final int FORM = 0x46;
  static final int CUSTOM = 0x47;

  private Tag() {}
}
