import org.jspecify.annotations.NullMarked;

/** Results in the format of another library, which never sees an object of the user's classes. */
@NullMarked
module dev.cashet.serializer.fory {
  requires dev.cashet.core;
  requires static transitive org.jspecify;
  requires org.apache.fory.core;

  provides dev.cashet.codec.Serializer with
      dev.cashet.serializer.fory.ForySerializer;
}
