package dev.cashet.cli;

import dev.cashet.Cashet;
import dev.cashet.codec.ByteStream;
import dev.cashet.codec.Serializers;
import dev.cashet.codec.StoredFile;
import dev.cashet.codec.ValueTree;
import dev.cashet.history.CommitView;
import dev.cashet.model.BlobRef;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A result: text and bytes unaltered, anything else as JSON. Needs none of the value's classes. */
@Command(
    name = "get",
    description = "Print a result: text and bytes unaltered, anything else as JSON.",
    footer = {"", "Example: cashet get 3f2a -o model.json"})
final class GetCommand extends StoreCommand {
  @Parameters(paramLabel = "HASH", description = "The commit's hash or its first 4 or more digits.")
  private String hash = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to this file.")
  private @Nullable Path file;

  @Option(names = "--raw", description = "The serialised bytes as they are stored.")
  private boolean raw;

  @Override
  int run(Cashet cashet, Output output) throws IOException {
    CommitView view = cashet.show(hash);
    try (InputStream in = cashet.read(view.entry().id().hex())) {
      if (file == null) {
        write(cashet, view, in, output.bytes(), output);
      } else {
        toFile(cashet, view, in, file, output);
      }
    }
    return 0;
  }

  /** Nothing is left at a file unless all of it could be written; a pipe or device is written as it comes. */
  private void toFile(Cashet cashet, CommitView view, InputStream in, Path file, Output output)
      throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path directory = target.getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new CommandFailure("cannot write " + file + ": there is no such directory");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      try (OutputStream out = Files.newOutputStream(target)) {
        write(cashet, view, in, out, output);
      }
      return;
    }
    // Not a file for temporary data, which only its owner could read afterwards.
    Path temporary = directory.resolve(
        "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    try {
      try (OutputStream out = Files.newOutputStream(temporary)) {
        write(cashet, view, in, out, output);
      }
      Files.move(temporary, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private void write(
      Cashet cashet, CommitView view, InputStream in, OutputStream out, Output output)
      throws IOException {
    BlobRef ref = view.entry().commit().output().orElseThrow();
    if (raw) {
      in.transferTo(out);
      return;
    }
    if (!ref.codec().equals(Serializers.standard().id())) {
      throw new CommandFailure(
          "cannot print a result of codec " + ref.codec() + "; --raw gives its bytes");
    }
    ValueTree value = ValueTree.read(in);
    if (!output.isJson()
        && value instanceof ValueTree.Simple text
        && text.type().equals("java.lang.String")) {
      out.write(text.value().toString().getBytes(StandardCharsets.UTF_8));
      endLine(out, output);
    } else if (!output.isJson()
        && value instanceof ValueTree.Numbers numbers
        && numbers.array() instanceof byte[] bytes) {
      out.write(bytes);
    } else if (!output.isJson() && value instanceof ValueTree.File) {
      copyFile(cashet, view, out);
    } else if (!output.isJson()
        && value instanceof ValueTree.Opaque opaque
        && opaque.type().equals(ByteStream.class.getName())) {
      copyStream(cashet, view, out);
    } else {
      writeJson(value, out);
      out.write('\n');
    }
  }

  /** The file that is the result, as it was. */
  private static void copyFile(Cashet cashet, CommitView view, OutputStream out)
      throws IOException {
    String commit = view.entry().id().hex();
    try (InputStream in = StoredFile.allIn(() -> cashet.read(commit)).get(0).open()) {
      in.transferTo(out);
    }
  }

  private static void copyStream(Cashet cashet, CommitView view, OutputStream out)
      throws IOException {
    ByteStream stream = (ByteStream) cashet.get(view.entry().id().hex()).load();
    try (InputStream in = stream.open()) {
      in.transferTo(out);
    }
  }

  private static void writeJson(ValueTree value, OutputStream out) throws IOException {
    OutputStream kept = new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
    try (java.io.Writer writer = new java.io.OutputStreamWriter(kept, StandardCharsets.UTF_8)) {
      value.toJson(writer);
    }
  }

  /** A prompt starts on a line of its own; a pipe and a file get the text as it is. */
  private void endLine(OutputStream out, Output output) throws IOException {
    if (file == null && output.isTerminal()) {
      out.write('\n');
    }
  }
}
