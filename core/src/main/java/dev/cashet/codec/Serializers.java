package dev.cashet.codec;

/** The serializers that come with cashet. */
public final class Serializers {
  private static final Serializer STANDARD = new CashetCodec(new DetachedResult.Format());

  private Serializers() {}

  /** The project's own typed format {@code cashet/1}: docs/format/codec.md. */
  public static Serializer standard() {
    return STANDARD;
  }

  /** The same, with references to stored results that come back alive. */
  public static Serializer standard(StoredValueFormat references) {
    return new CashetCodec(references);
  }
}
