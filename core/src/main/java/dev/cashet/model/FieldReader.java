package dev.cashet.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what {@link FieldWriter} wrote and refuses everything else: the bytes may come from a damaged or hostile store.
 * Fields are asked for in ascending order; one that nobody asked for is an error, since content that is not understood
 * cannot be vouched for.
 */
final class FieldReader {
  private final String what;
  private final byte[] bytes;
  private int at;
  private int field;
  private byte[] value = {};

  /**
   * A reader.
   *
   * @param what the thing being read, for messages
   * @param bytes its encoding
   */
  FieldReader(String what, byte[] bytes) {
    this.what = what;
    this.bytes = bytes;
    advance();
  }

  byte[] bytes(int wanted) {
    return optionalBytes(wanted).orElseThrow(() -> malformed("field " + wanted + " is missing"));
  }

  Optional<byte[]> optionalBytes(int wanted) {
    if (field > 0 && field < wanted) {
      throw malformed("field " + field + " is unknown or out of order");
    }
    if (field != wanted) {
      return Optional.empty();
    }
    byte[] result = value;
    advance();
    return Optional.of(result);
  }

  String text(int wanted) {
    return utf8(bytes(wanted));
  }

  Optional<String> optionalText(int wanted) {
    return optionalBytes(wanted).map(this::utf8);
  }

  Digest digest(int wanted) {
    return digest(bytes(wanted));
  }

  Optional<Digest> optionalDigest(int wanted) {
    return optionalBytes(wanted).map(this::digest);
  }

  long number(int wanted) {
    return number(bytes(wanted));
  }

  Optional<Long> optionalNumber(int wanted) {
    return optionalBytes(wanted).map(this::number);
  }

  int count(int wanted) {
    long number = number(wanted);
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw malformed("field " + wanted + " is out of range: " + number);
    }
    return (int) number;
  }

  boolean flag(int wanted) {
    Optional<byte[]> flag = optionalBytes(wanted);
    if (flag.isPresent() && number(flag.get()) != 1) {
      throw malformed("field " + wanted + " is not a flag");
    }
    return flag.isPresent();
  }

  Instant instant(int wanted) {
    Numbers numbers = new Numbers(bytes(wanted));
    try {
      return Instant.ofEpochSecond(numbers.next(), numbers.nanos());
    } catch (DateTimeException | ArithmeticException e) {
      throw new MalformedRecordException(what, "field " + wanted + " is not an instant", e);
    }
  }

  Optional<Duration> optionalDuration(int wanted) {
    return optionalBytes(wanted).map(raw -> {
      Numbers numbers = new Numbers(raw);
      try {
        return Duration.ofSeconds(numbers.next(), numbers.nanos());
      } catch (ArithmeticException e) {
        throw new MalformedRecordException(what, "field " + wanted + " is not a duration", e);
      }
    });
  }

  <T> List<T> repeated(int wanted, Function<byte[], T> parse) {
    List<T> all = new ArrayList<>();
    for (Optional<byte[]> next = optionalBytes(wanted);
        next.isPresent();
        next = optionalBytes(wanted)) {
      all.add(parse.apply(next.get()));
    }
    return List.copyOf(all);
  }

  /** All fields were asked for. */
  void end() {
    if (field != 0) {
      throw malformed("field " + field + " is unknown or out of order");
    }
  }

  MalformedRecordException malformed(String found) {
    return new MalformedRecordException(what, found, null);
  }

  private void advance() {
    if (at == bytes.length) {
      field = 0;
      return;
    }
    Numbers numbers = new Numbers(bytes, at);
    long next = numbers.next();
    long length = numbers.next();
    if (next < 1 || next > 1000 || length < 0 || length > bytes.length - numbers.at) {
      throw malformed("byte " + at + " starts no field");
    }
    field = (int) next;
    value = java.util.Arrays.copyOfRange(bytes, numbers.at, numbers.at + (int) length);
    at = numbers.at + (int) length;
  }

  private long number(byte[] raw) {
    Numbers numbers = new Numbers(raw);
    long number = numbers.next();
    if (numbers.at != raw.length) {
      throw malformed("a number is followed by more bytes");
    }
    return number;
  }

  private Digest digest(byte[] raw) {
    if (raw.length != Digest.BYTES) {
      throw malformed("a digest has " + raw.length + " bytes");
    }
    return Digest.of(raw);
  }

  String utf8(byte[] raw) {
    if (isAscii(raw)) {
      return new String(raw, StandardCharsets.US_ASCII);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedRecordException(what, "a text is not UTF-8", e);
    }
  }

  private static boolean isAscii(byte[] raw) {
    byte all = 0;
    for (byte b : raw) {
      all |= b;
    }
    return all >= 0;
  }

  /** Base-128 numbers one after the other. */
  private final class Numbers {
    private final byte[] source;
    private int at;

    Numbers(byte[] source) {
      this(source, 0);
    }

    Numbers(byte[] source, int at) {
      this.source = source;
      this.at = at;
    }

    long next() {
      long number = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        if (at == source.length) {
          throw malformed("a number is cut off");
        }
        byte b = source[at++];
        number |= (long) (b & 0x7F) << shift;
        if (b >= 0) {
          if (b == 0 && shift > 0 || shift == 63 && b > 1) {
            throw malformed("a number is not in its shortest form");
          }
          return number;
        }
      }
      throw malformed("a number is too long");
    }

    long nanos() {
      long nanos = next();
      if (nanos < 0 || nanos > 999_999_999 || at != source.length) {
        throw malformed("nanoseconds are out of range");
      }
      return nanos;
    }
  }
}
