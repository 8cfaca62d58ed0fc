import org.jspecify.annotations.NullMarked;

/** Results in the format of another library, which never sees an object of the user's classes. */
@NullMarked
@SuppressWarnings("requires-automatic") // the library is no module
module dev.cashet.serializer.messagepack {
  requires dev.cashet.core;
  requires static transitive org.jspecify;
  requires msgpack.core;

  provides dev.cashet.codec.Serializer with
      dev.cashet.serializer.messagepack.MessagePackSerializer;
}
