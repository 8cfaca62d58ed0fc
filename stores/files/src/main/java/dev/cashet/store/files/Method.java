package dev.cashet.store.files;

/** How a frame's bytes are stored. The code is part of the format. */
enum Method {
  /** As they are. */
  RAW(0, 1),
  /** A zstd frame (RFC 8878). */
  ZSTD(1, 1),
  /** A zstd frame of the bytes shuffled in groups of eight: arrays of {@code long} and {@code double}. */
  SHUFFLED_8(2, 8),
  /** A zstd frame of the bytes shuffled in groups of four: arrays of {@code int} and {@code float}. */
  SHUFFLED_4(3, 4);

  private static final Method[] BY_CODE = values();

  private final int code;
  private final int width;

  Method(int code, int width) {
    this.code = code;
    this.width = width;
  }

  int code() {
    return code;
  }

  /** How many bytes an element has; 1 if they are not shuffled. */
  int width() {
    return width;
  }

  static Method of(int code) throws DamageException {
    if (code < 0 || code >= BY_CODE.length) {
      throw new DamageException("method " + code + " is unknown");
    }
    return BY_CODE[code];
  }
}
