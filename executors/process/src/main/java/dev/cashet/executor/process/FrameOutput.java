package dev.cashet.executor.process;

import java.io.OutputStream;
import java.util.Arrays;

/** Bytes as messages of one kind; what has been written is with the system, whatever becomes of this process. */
final class FrameOutput extends OutputStream {
  private final Link link;
  private final Frame.Kind kind;

  FrameOutput(Link link, Frame.Kind kind) {
    this.link = link;
    this.kind = kind;
  }

  @Override
  public void write(int b) {
    link.send(kind, new byte[] {(byte) b});
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    int end = offset + length;
    for (int at = offset; at < end; at += Frame.MAX_BYTES) {
      link.send(kind, Arrays.copyOfRange(bytes, at, Math.min(end, at + Frame.MAX_BYTES)));
    }
  }
}
