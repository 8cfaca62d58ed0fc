package dev.cashet.codec;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A stored value of the format {@code cashet/1} as generic nodes, read without any of its classes: for tools that print
 * what is stored. Runs no code of the value's classes.
 */
public sealed interface ValueTree {

  /** Nothing: {@code null}. */
  record Nothing() implements ValueTree {}

  /**
   * A plain value.
   *
   * @param type its class, for example {@code int}, {@code java.time.LocalDate}, or the name of an enum
   * @param value a {@link Boolean}, a {@link Number}, or a {@link String} with its text
   */
  record Simple(String type, Object value) implements ValueTree {}

  /**
   * An array of a primitive type.
   *
   * @param array for example a {@code double[]}
   */
  record Numbers(Object array) implements ValueTree {}

  /**
   * A list, a set or an array of objects.
   *
   * @param type its kind in lower case, with {@code _set} at the end for a set, or the class of an array's elements
   * @param id the number that {@link Back} refers to; negative if nothing refers to it
   * @param elements in order
   */
  record Sequence(String type, int id, List<ValueTree> elements) implements ValueTree {}

  /**
   * A map.
   *
   * @param type its kind in lower case
   * @param id the number that {@link Back} refers to; negative if nothing refers to it
   * @param entries in order
   */
  record Mapping(String type, int id, List<Pair> entries) implements ValueTree {}

  /**
   * An entry of a map.
   *
   * @param key any value
   * @param value any value
   */
  record Pair(ValueTree key, ValueTree value) {}

  /**
   * A record or an object.
   *
   * @param type the name of its class
   * @param id the number that {@link Back} refers to; negative if nothing refers to it
   * @param fields in order
   */
  record Structure(String type, int id, List<Field> fields) implements ValueTree {}

  /**
   * A field of a record or an object.
   *
   * @param name the field's name
   * @param value its value
   */
  record Field(String name, ValueTree value) {}

  /**
   * An object that has been given before.
   *
   * @param id its number
   */
  record Back(int id) implements ValueTree {}

  /**
   * A reference to another stored result.
   *
   * @param blob the digest of its bytes in hexadecimal
   * @param description what the writer needed to know of it besides
   */
  record Stored(String blob, String description) implements ValueTree {}

  /**
   * A file that lies in the result.
   *
   * @param path where it was
   * @param size how many bytes
   * @param sha256 the digest of its bytes in hexadecimal
   * @param executable whether it was executable
   */
  record File(String path, long size, String sha256, boolean executable) implements ValueTree {}

  /**
   * Bytes that are not described further: a stream, or an object that only Java serialization can read.
   *
   * @param type its class
   * @param size how many
   * @param base64 the bytes as text; empty if they are more than a person would read
   */
  record Opaque(String type, long size, String base64) implements ValueTree {}

  /**
   * Reads a value.
   *
   * @param in what {@link Serializers#standard()} wrote; not trusted; not closed
   * @throws UnreadableResultException if the bytes are malformed
   * @throws IOException from {@code in}
   */
  static ValueTree read(InputStream in) throws IOException {
    return TreeReader.read(in);
  }

  /**
   * Writes this value as JSON (RFC 8259) that a person can read: two spaces of indentation, not-a-number and infinities
   * as text, bytes as base64, dates as ISO 8601, maps as objects where every key is plain and else as lists of pairs.
   *
   * @throws IOException from {@code out}
   */
  default void toJson(Appendable out) throws IOException {
    new JsonPrinter(out).print(this);
  }
}
