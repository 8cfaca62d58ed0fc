package dev.cashet.codec;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The serializers that come with cashet. All but the standard one are modules of their own, found as services. */
public final class Serializers {
  private static final System.Logger LOG = System.getLogger("dev.cashet");
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

  /**
   * JSON that other programs can read, typed by the declared result type; refuses what JSON would change.
   *
   * @throws IllegalStateException if the artifact {@code cashet-serializer-json} is not on the class path
   */
  public static Serializer json() {
    return installed("json");
  }

  /**
   * MessagePack that other programs can read.
   *
   * @throws IllegalStateException if the artifact {@code cashet-serializer-messagepack} is not on the class path
   */
  public static Serializer messagePack() {
    return installed("messagepack");
  }

  /**
   * The format of Kryo.
   *
   * @throws IllegalStateException if the artifact {@code cashet-serializer-kryo} is not on the class path
   */
  public static Serializer kryo() {
    return installed("kryo");
  }

  /**
   * The format of Apache Fory.
   *
   * @throws IllegalStateException if the artifact {@code cashet-serializer-fory} is not on the class path
   */
  public static Serializer fory() {
    return installed("fory");
  }

  private static Serializer installed(String name) {
    for (Serializer serializer : installed()) {
      if (serializer.id().startsWith(name + "/")) {
        return serializer;
      }
    }
    throw new IllegalStateException("cannot use the serializer " + name
        + ": its module is not on the class path; add dev.cashet:cashet-serializer-" + name
        + " in the version of dev.cashet:cashet-core");
  }

  /** Every serializer that is there: the standard one, then those that are services. One that cannot start is left out. */
  public static List<Serializer> installed() {
    List<Serializer> found = new ArrayList<>();
    found.add(STANDARD);
    Iterator<Serializer> services =
        ServiceLoader.load(Serializer.class, Serializers.class.getClassLoader()).iterator();
    while (true) {
      try {
        if (!services.hasNext()) {
          return found;
        }
        found.add(services.next());
      } catch (ServiceConfigurationError | LinkageError e) {
        LOG.log(System.Logger.Level.WARNING, "a serializer on the class path cannot start: {0}", e);
      }
    }
  }
}
