package dev.cashet.codec;

import java.io.IOException;

/** How values of one class are written. */
@FunctionalInterface
interface Kind {
  void write(Object value, Encoder to) throws IOException;
}
