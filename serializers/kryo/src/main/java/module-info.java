import org.jspecify.annotations.NullMarked;

/** Results in the format of another library, which never sees an object of the user's classes. */
@NullMarked
@SuppressWarnings("requires-automatic") // the library is no module
module dev.cashet.serializer.kryo {
  requires dev.cashet.core;
  requires static transitive org.jspecify;
  requires com.esotericsoftware.kryo;

  provides dev.cashet.codec.Serializer with
      dev.cashet.serializer.kryo.KryoSerializer;
}
