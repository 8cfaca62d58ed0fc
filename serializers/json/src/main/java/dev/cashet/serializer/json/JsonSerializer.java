package dev.cashet.serializer.json;

import dev.cashet.codec.ByteStream;
import dev.cashet.codec.ReadContext;
import dev.cashet.codec.RoundTrip;
import dev.cashet.codec.Serializer;
import dev.cashet.codec.UnreadableResultException;
import dev.cashet.codec.UnserializableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;

/**
 * Results as JSON (docs/format/json.md), bound by Jackson. Found as a service; {@code Serializers.json()} gives it.
 *
 * <p>JSON carries too little to read a value without its type, and binding changes values silently: scales, zones, keys,
 * order, sharing. So a value is written with a type beside it, at first the declared one, then what the value itself shows;
 * read back; and stored only if the standard format finds no difference. Rejected: types inside the value (default
 * typing), by which bytes choose what is made.
 */
public final class JsonSerializer implements Serializer {
  private final Document document = new Document();

  /** For the service loader. */
  public JsonSerializer() {}

  @Override
  public String id() {
    return "json/1";
  }

  @Override
  public Set<String> write(@Nullable Object value, OutputStream out) throws IOException {
    return write(value, Object.class, out);
  }

  @Override
  public Set<String> write(@Nullable Object value, Type declared, OutputStream out)
      throws IOException {
    if (value instanceof ByteStream) {
      throw refusal(value, "it writes values that fit in memory, and a byte stream need not", null);
    }
    RoundTrip original = RoundTrip.of(value);
    byte[] bytes;
    try {
      bytes = attempt(value, declared, original);
    } catch (StackOverflowError e) {
      throw refusal(value, "its parts are nested too deep for this thread's stack", null);
    }
    out.write(bytes);
    return original.classNames();
  }

  /** With each type that may do and each choice of sets and maps; the first reason is the one that is told. */
  private byte[] attempt(@Nullable Object value, Type declared, RoundTrip original) {
    List<UnserializableException> reasons = new ArrayList<>();
    for (JavaType type : candidates(value, declared)) {
      for (Containers containers : Containers.values()) {
        try {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          document.write(value, type, containers, original.shapes(), original.classNames(), bytes);
          Object back = document.readBack(bytes.toByteArray(), type, containers);
          Optional<String> change = original.change(back);
          if (change.isEmpty()) {
            return bytes.toByteArray();
          }
          reasons.add(refusal(value, change.get(), null));
        } catch (JacksonException e) {
          reasons.add(refusal(value, e.getOriginalMessage(), e));
        } catch (UnreadableResultException e) {
          reasons.add(refusal(value, e.getMessage(), e));
        } catch (UnserializableException e) {
          reasons.add(e);
        }
      }
    }
    throw reasons.get(0);
  }

  private Set<JavaType> candidates(@Nullable Object value, Type declared) {
    Set<JavaType> types = new LinkedHashSet<>();
    JavaType known = document.type(declared);
    if (!known.isJavaLangObject() && Inference.fits(known, value)) {
      types.add(known);
    }
    types.add(document.inferred(value));
    return types;
  }

  private UnserializableException refusal(
      @Nullable Object value, @Nullable String reason, @Nullable Throwable cause) {
    return new UnserializableException(
        "result",
        value == null ? "null" : value.getClass().getTypeName(),
        "JSON cannot carry it back equal: "
            + reason
            + "; return records with fields of exact types, or use Serializers.standard()",
        cause);
  }

  @Override
  public @Nullable Object read(InputStream in, ReadContext context) throws IOException {
    byte[] bytes = in.readAllBytes();
    try {
      return document.read(bytes, context);
    } catch (UnreadableResultException e) {
      throw e;
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof UnreadableResultException own) {
          throw own;
        }
      }
      String message =
          e instanceof JacksonException json ? json.getOriginalMessage() : e.toString();
      throw new UnreadableResultException("cannot read a stored result: " + message, e);
    }
  }
}
