package dev.cashet.engine;

import dev.cashet.codec.Serializer;
import dev.cashet.codec.Serializers;
import dev.cashet.codec.StoredValueFormat;
import dev.cashet.codec.UnreadableResultException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The codecs that are here, by id: the one that writes, and every other one on the class path, so that a result is read
 * by the codec that wrote it. The class path is searched when a result of another codec is met for the first time.
 */
final class Codecs {
  private final Serializer writer;
  private final Serializer standard;
  private final StoredValueFormat references;
  private volatile @Nullable Map<String, Serializer> others;

  Codecs(Serializer writer, StoredValueFormat references) {
    this.writer = writer.withReferences(references);
    this.references = references;
    this.standard = Serializers.standard().withReferences(references);
  }

  Serializer writer() {
    return writer;
  }

  /** The one that is always here. */
  Serializer standard() {
    return standard;
  }

  boolean knows(String id) {
    return writer.id().equals(id) || others().containsKey(id);
  }

  /**
   * The codec of this id.
   *
   * @throws UnreadableResultException if it is not here
   */
  Serializer reader(String id) {
    if (writer.id().equals(id)) {
      return writer;
    }
    Serializer reader = others().get(id);
    if (reader == null) {
      throw new UnreadableResultException(
          "cannot read a result of codec "
              + id
              + ": it is not here; here are "
              + writer.id()
              + " and "
              + others().keySet()
              + "; put the codec's module on the class path",
          null);
    }
    return reader;
  }

  private Map<String, Serializer> others() {
    Map<String, Serializer> known = others;
    if (known == null) {
      known = new LinkedHashMap<>();
      for (Serializer serializer : Serializers.installed()) {
        known.putIfAbsent(serializer.id(), serializer.withReferences(references));
      }
      others = known;
    }
    return known;
  }
}
