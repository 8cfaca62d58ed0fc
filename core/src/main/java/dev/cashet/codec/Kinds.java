package dev.cashet.codec;

import dev.cashet.canonical.Confidential;
import dev.cashet.model.StoredValue;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Which kind a class is, found once for each class. */
final class Kinds {
  private static final ClassValue<Kind> KNOWN = new ClassValue<>() {
    @Override
    protected Kind computeValue(Class<?> type) {
      return find(type);
    }
  };

  private Kinds() {}

  static Kind of(Class<?> type) {
    return KNOWN.get(type);
  }

  private static Kind find(Class<?> type) {
    if (StoredValue.class.isAssignableFrom(type)) {
      return Kinds::stored;
    }
    if (Confidential.class.isAssignableFrom(type)) {
      return refuse("a secret is never stored; return what is computed from it, or pass it on");
    }
    if (FileResult.class.isAssignableFrom(type)) {
      return FileKind::write;
    }
    if (ByteStream.class.isAssignableFrom(type)) {
      return refuse(
          "a byte stream must be the whole result, not a part of it; return it alone, or as byte[]");
    }
    Kind kind = ScalarKinds.find(type);
    if (kind == null) {
      kind = ArrayKinds.find(type);
    }
    if (kind == null) {
      kind = HolderKind.find(type);
    }
    if (kind == null) {
      kind = CollectionKinds.find(type);
    }
    return kind == null ? ObjectKinds.of(type) : kind;
  }

  private static void stored(Object value, Encoder to) throws IOException {
    StoredValue stored = (StoredValue) value;
    to.out.u8(Wire.STORED);
    to.out.raw(stored.blobDigest().toBytes());
    to.out.name(to.describe(stored));
  }

  static Kind refuse(String reason) {
    return (value, to) -> {
      throw to.refusal(value, reason, (@Nullable Throwable) null);
    };
  }
}
