package dev.cashet.cli;

import dev.cashet.Cashet;
import dev.cashet.codec.ByteStream;
import dev.cashet.codec.Serializers;
import dev.cashet.codec.StoredFile;
import dev.cashet.codec.ValueTree;
import dev.cashet.history.CommitView;
import dev.cashet.model.BlobRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes a result in one of its forms; needs none of the value's classes. */
final class ResultWriter {
  private final Cashet cashet;
  private final CommitView view;

  ResultWriter(Cashet cashet, CommitView view) {
    this.cashet = cashet;
    this.view = view;
  }

  /**
   * Writes it.
   *
   * @param terminal whether a terminal shows it: controls are written out, and bytes are refused
   */
  void write(InputStream in, OutputStream out, ResultForm form, boolean terminal)
      throws IOException {
    BlobRef ref = view.entry().commit().output().orElseThrow();
    ValueTree value = tree(ref.codec(), in);
    if (form == ResultForm.CSV) {
      text(out, new Csv().table(value), false);
    } else if (form != ResultForm.JSON && isText(value)) {
      requireForm(form, ResultForm.TEXT, "a text");
      String text = ((ValueTree.Simple) value).value().toString();
      text(out, terminal ? text + "\n" : text, terminal);
    } else if (form != ResultForm.JSON && isBytes(value)) {
      requireForm(form, ResultForm.BYTES, "bytes");
      if (terminal) {
        throw new CommandFailure("the result is "
            + Sizes.of(ref.sizeBytes())
            + " of bytes, which no terminal shows; -o FILE or a pipe takes them");
      }
      bytes(value, out);
    } else {
      requireForm(form, ResultForm.JSON, "neither text nor bytes");
      json(value, out, terminal);
    }
  }

  private static ValueTree tree(String codec, InputStream in) throws IOException {
    if (codec.equals(JsonDocument.CODEC)) {
      return JsonDocument.read(in);
    }
    if (!codec.equals(Serializers.standard().id())) {
      throw new CommandFailure("cannot print a result of codec "
          + codec
          + ": only programs that have this codec can read it; --raw gives its bytes");
    }
    return ValueTree.read(in);
  }

  private static void requireForm(ResultForm wanted, ResultForm found, String what) {
    if (wanted != ResultForm.NATURAL && wanted != found) {
      throw new CommandFailure(
          "the result is " + what + ", which is not what the file's name says");
    }
  }

  private static boolean isText(ValueTree value) {
    return value instanceof ValueTree.Simple simple && simple.type().equals("java.lang.String");
  }

  private static boolean isBytes(ValueTree value) {
    return value instanceof ValueTree.Numbers numbers && numbers.array() instanceof byte[]
        || value instanceof ValueTree.File
        || value instanceof ValueTree.Opaque opaque
            && opaque.type().equals(ByteStream.class.getName());
  }

  private void bytes(ValueTree value, OutputStream out) throws IOException {
    String commit = view.entry().id().hex();
    if (value instanceof ValueTree.Numbers numbers) {
      out.write((byte[]) numbers.array());
    } else if (value instanceof ValueTree.File) {
      try (InputStream file = StoredFile.allIn(() -> cashet.read(commit)).get(0).open()) {
        file.transferTo(out);
      }
    } else {
      ByteStream stream = (ByteStream) cashet.get(commit).load();
      try (InputStream bytes = stream.open()) {
        bytes.transferTo(out);
      }
    }
  }

  private static void text(OutputStream out, String text, boolean terminal) throws IOException {
    out.write((terminal ? Text.block(text) : text).getBytes(StandardCharsets.UTF_8));
  }

  private static void json(ValueTree value, OutputStream out, boolean terminal) throws IOException {
    if (terminal) {
      StringWriter text = new StringWriter();
      value.toJson(text);
      text(out, text + "\n", true);
      return;
    }
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    value.toJson(writer);
    writer.write('\n');
    writer.flush();
  }
}
