package dev.cashet.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The format {@code cashet/1}: typed, deterministic, and readable without the classes of the values (docs/format/codec.md).
 * What it accepts to write, it has a way to bring back; what it reads, it does not trust.
 */
final class CashetCodec implements Serializer {
  private final StoredValueFormat references;

  CashetCodec(StoredValueFormat references) {
    this.references = references;
  }

  @Override
  public String id() {
    return Wire.ID;
  }

  @Override
  public Serializer withReferences(StoredValueFormat other) {
    return new CashetCodec(other);
  }

  @Override
  public Set<String> write(@Nullable Object value, OutputStream out) throws IOException {
    Sink sink = new Sink(out);
    sink.i32(Wire.MAGIC);
    sink.u8(Wire.VERSION);
    if (value instanceof ByteStream stream) {
      sink.u8(Wire.BYTE_STREAM);
      sink.flush();
      stream.transferTo(out);
      return Set.of();
    }
    Encoder encoder = new Encoder(sink, references);
    try {
      encoder.value(value);
    } catch (StackOverflowError e) {
      throw encoder.refusal(value, "its parts are nested too deep for this thread's stack", null);
    }
    sink.flush();
    return encoder.userClasses();
  }

  @Override
  public @Nullable Object read(InputStream in, ReadContext context) throws IOException {
    try {
      return readHere(in, context);
    } catch (StackOverflowError e) {
      return readWithRoom(context);
    }
  }

  private @Nullable Object readWithRoom(ReadContext context) throws IOException {
    try (InputStream again = context.reopen().get()) {
      return RoomyThread.run(() -> readHere(again, context));
    } catch (StackOverflowError e) {
      throw new UnreadableResultException(
          "cannot read a stored result: its parts are nested too deep for a thread's stack", e);
    }
  }

  private @Nullable Object readHere(InputStream in, ReadContext context) throws IOException {
    Source source = new Source(in);
    header(source);
    Decoder decoder = new Decoder(source, context, references);
    int tag = source.u8();
    if (tag == Wire.BYTE_STREAM) {
      return new ByteStreams.OfBlob(context.reopen(), source.position());
    }
    Object value;
    try {
      value = decoder.value(tag);
    } catch (UnreadableResultException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      throw new UnreadableResultException("cannot read a stored result: " + e, e);
    }
    if (!source.isAtEnd()) {
      throw source.malformed("there is more than one value");
    }
    return value;
  }

  static void header(Source source) throws IOException {
    if (source.i32() != Wire.MAGIC) {
      throw source.malformed("there is no cashet value");
    }
    int version = source.u8();
    if (version != Wire.VERSION) {
      throw source.malformed(
          "the format has version " + version + ", and this cashet reads " + Wire.VERSION);
    }
  }
}
