package dev.cashet.cli;

import dev.cashet.Cashet;
import dev.cashet.history.CommitView;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
    footer = {"", "Examples:", "  cashet get 3f2a", "  cashet get 3f2a -o rows.csv"})
final class GetCommand extends StoreCommand {
  @Parameters(paramLabel = "HASH", description = "The commit's hash or its first 4 or more digits.")
  private String hash = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to this file; .json, .csv, .txt and .bin say as what.")
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
    if (raw) {
      in.transferTo(out);
      return;
    }
    ResultForm form =
        file != null ? ResultForm.of(file) : output.isJson() ? ResultForm.JSON : ResultForm.NATURAL;
    if (output.isJson() && form == ResultForm.NATURAL) {
      form = ResultForm.JSON;
    }
    new ResultWriter(cashet, view).write(in, out, form, file == null && output.isTerminal());
  }
}
