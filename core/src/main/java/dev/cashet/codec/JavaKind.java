package dev.cashet.codec;

import java.io.IOException;

/** Objects that only their own serialization hooks can bring back. */
final class JavaKind {
  private JavaKind() {}

  static void write(Object value, Encoder to) throws IOException {
    int before = to.seal();
    byte[] bytes = JavaStreams.write(value, to);
    to.out.u8(Wire.JAVA);
    to.className(value.getClass());
    to.out.count(bytes.length);
    to.out.raw(bytes);
    to.unseal(before);
  }
}
