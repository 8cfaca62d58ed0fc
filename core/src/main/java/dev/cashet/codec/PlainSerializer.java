package dev.cashet.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A serializer in the format of some library that carries <em>plain trees</em> (docs/format/plain.md) and nothing else: it
 * never sees an object of the user's classes and never makes one. The values are those of the standard serializer, and its
 * reader alone turns a tree into objects, behind its allow-list and limits. What is written is read back at once; what the
 * library would change is refused. Holds a value in memory several times over.
 *
 * <p>Rejected: the libraries' own ways with objects. Without an allow-list of every class they run constructors, {@code
 * readObject} and {@code hashCode} of whatever the bytes name, write sets in an order of their own in each process, and read
 * a class that has changed as if it had not.
 */
public abstract class PlainSerializer implements Serializer {
  private final StoredValueFormat references = new DetachedResult.Format();

  /** For implementations: public, named as a service. */
  protected PlainSerializer() {}

  /**
   * Writes a plain tree.
   *
   * @param tree {@code null}, a boxed primitive, a {@code String}, an array of a primitive type, or an {@code Object[]} of these
   * @throws IOException from {@code out}
   */
  protected abstract void writeTree(@Nullable Object tree, OutputStream out) throws IOException;

  /**
   * Reads a plain tree.
   *
   * @param bytes not trusted: nothing but what a plain tree is made of may be created, and in proportion to the bytes. Any
   *     unchecked exception says that they are malformed
   */
  protected abstract @Nullable Object readTree(byte[] bytes) throws IOException;

  @Override
  public final Serializer withReferences(StoredValueFormat format) {
    return new Referring(this, format);
  }

  @Override
  public final Set<String> write(@Nullable Object value, OutputStream out) throws IOException {
    return write(value, out, references);
  }

  @Override
  public final @Nullable Object read(InputStream in, ReadContext context) throws IOException {
    return read(in, context, references);
  }

  private Set<String> write(@Nullable Object value, OutputStream out, StoredValueFormat format)
      throws IOException {
    if (value instanceof ByteStream) {
      throw refusal(
          value, "it carries values that fit in memory, and a byte stream need not", null);
    }
    ByteArrayOutputStream standard = new ByteArrayOutputStream();
    Set<String> classes = new CashetCodec(format).write(value, standard);
    byte[] bytes = standard.toByteArray();
    byte[] carried = carried(value, bytes);
    out.write(carried);
    return classes;
  }

  private byte[] carried(@Nullable Object value, byte[] standard) throws IOException {
    ByteArrayOutputStream carried = new ByteArrayOutputStream(standard.length);
    boolean same;
    try {
      RoomyThread.withRoom(() -> {
        carried.reset();
        writeTree(PlainReader.read(new ByteArrayInputStream(standard)), carried);
        return null;
      });
      same = Arrays.equals(standard, standardBytes(carried.toByteArray()));
    } catch (RuntimeException | LinkageError e) {
      throw refusal(value, "it cannot be carried (" + e + ")", e);
    }
    if (!same) {
      throw refusal(value, "it would come back changed", null);
    }
    return carried.toByteArray();
  }

  private UnserializableException refusal(
      @Nullable Object value, String reason, @Nullable Throwable cause) {
    return new UnserializableException(
        "result",
        value == null ? "null" : value.getClass().getTypeName(),
        "by the serializer " + id() + " " + reason + "; use Serializers.standard()",
        cause);
  }

  private @Nullable Object read(InputStream in, ReadContext context, StoredValueFormat format)
      throws IOException {
    byte[] bytes = in.readAllBytes();
    byte[] standard;
    try {
      standard = standardBytes(bytes);
    } catch (UnreadableResultException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw new UnreadableResultException(
          "cannot read a stored result: it is not well-formed " + id() + ": " + e, e);
    }
    ReadContext inner = new ReadContext(
        context.loader(), context.allowed(), () -> new ByteArrayInputStream(standard));
    return new CashetCodec(format).read(new ByteArrayInputStream(standard), inner);
  }

  private byte[] standardBytes(byte[] carried) throws IOException {
    byte[][] standard = new byte[1][];
    RoomyThread.withRoom(() -> {
      standard[0] = PlainWriter.write(readTree(carried));
      return null;
    });
    return standard[0];
  }

  /** The same with references that come back alive. */
  private record Referring(PlainSerializer format, StoredValueFormat references)
      implements Serializer {
    @Override
    public String id() {
      return format.id();
    }

    @Override
    public Set<String> write(@Nullable Object value, OutputStream out) throws IOException {
      return format.write(value, out, references);
    }

    @Override
    public @Nullable Object read(InputStream in, ReadContext context) throws IOException {
      return format.read(in, context, references);
    }
  }
}
