package dev.cashet.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A result as bytes and back. The bytes depend on nothing but the value and its declared type: equal values written in
 * two JVMs are equal bytes wherever the value's own classes allow it. Safe for many threads. A serializer that is named as
 * a service reads what it has written in every client that has it on the class path, whatever that client writes with.
 */
public interface Serializer {
  /** Name and version of the format, for example {@code cashet/1}; part of every commit that it writes. */
  String id();

  /**
   * Writes a value; streams, so that the bytes need not fit in memory.
   *
   * @param value may be null
   * @param out not closed
   * @return the names of the classes, beyond the platform's, of the objects written: their code counts for a task that
   *     loads the result
   * @throws UnserializableException if the value cannot be brought back equal; part of it may have been written
   * @throws IOException from {@code out}
   */
  Set<String> write(@Nullable Object value, OutputStream out) throws IOException;

  /**
   * Writes a value of a known type, for formats that carry too little to read a value without its type; what they need of
   * it they write beside the value. All else is as for {@link #write(Object, OutputStream)}.
   *
   * @param value may be null
   * @param declared what the task's method says that it returns; {@code Object} if that is not known
   * @param out not closed
   */
  default Set<String> write(@Nullable Object value, Type declared, OutputStream out)
      throws IOException {
    return write(value, out);
  }

  /** The same serializer, with references to stored results that come back alive; itself if it carries none. */
  default Serializer withReferences(StoredValueFormat references) {
    return this;
  }

  /**
   * Reads a value.
   *
   * @param in what {@link #write} wrote; not trusted; not closed
   * @param context what may be created
   * @throws UnreadableResultException if the bytes are malformed, name a class that is not allowed or not there, or
   *     exceed a limit; no code of a class that is not allowed has run
   * @throws IOException from {@code in}
   */
  @Nullable
  Object read(InputStream in, ReadContext context) throws IOException;
}
