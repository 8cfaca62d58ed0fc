package dev.cashet.engine;

import dev.cashet.codec.Serializer;
import dev.cashet.codec.Serializers;
import java.util.Map;

/** The codecs that are here, by id: the one that writes, and the standard one, which always reads. */
final class Codecs {
  private final Serializer writer;
  private final Map<String, Serializer> readers;
  private final Serializer standard;

  Codecs(Serializer writer) {
    this.writer = writer;
    Serializer standard = Serializers.standard();
    boolean isStandard = writer.id().equals(standard.id());
    this.standard = isStandard ? writer : standard;
    this.readers = isStandard
        ? Map.of(writer.id(), writer)
        : Map.of(writer.id(), writer, standard.id(), standard);
  }

  Serializer writer() {
    return writer;
  }

  /** The one that is always here. */
  Serializer standard() {
    return standard;
  }

  boolean knows(String id) {
    return readers.containsKey(id);
  }

  /**
   * The codec of this id.
   *
   * @throws dev.cashet.codec.UnreadableResultException if it is not here
   */
  Serializer reader(String id) {
    Serializer reader = readers.get(id);
    if (reader == null) {
      throw new dev.cashet.codec.UnreadableResultException(
          "cannot read a result of codec " + id + ": it is not here; known are " + readers.keySet(),
          null);
    }
    return reader;
  }
}
