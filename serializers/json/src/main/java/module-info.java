import org.jspecify.annotations.NullMarked;

/** Results as JSON, typed by the declared result type. */
@NullMarked
module dev.cashet.serializer.json {
  requires dev.cashet.core;
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.annotation;
  requires tools.jackson.core;
  requires tools.jackson.databind;

  provides dev.cashet.codec.Serializer with
      dev.cashet.serializer.json.JsonSerializer;
}
