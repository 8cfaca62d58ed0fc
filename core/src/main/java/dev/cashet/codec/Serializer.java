package dev.cashet.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A result as bytes and back. The bytes depend on nothing but the value: equal values written in two JVMs are equal
 * bytes wherever the value's own classes allow it. Safe for many threads.
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
