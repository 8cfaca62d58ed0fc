package dev.cashet.codec;

import java.io.*;
import org.jspecify.annotations.Nullable;

/** Stub. */
public final class Serializers {
  private Serializers() {}
  /** Stub. */
  public static Serializer standard() {
    return new Serializer() {
      public String id() {
        return "stub/1";
      }

      public void write(@Nullable Object v, OutputStream out) throws IOException {
        ObjectOutputStream o = new ObjectOutputStream(out);
        o.writeObject(v);
        o.flush();
      }

      public @Nullable Object read(InputStream in, ReadContext c) throws IOException {
        try {
          return new ObjectInputStream(in).readObject();
        } catch (ClassNotFoundException e) {
          throw new IOException(e);
        }
      }
    };
  }
}
