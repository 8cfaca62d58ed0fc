package dev.cashet.local;

import dev.cashet.store.Findings;
import dev.cashet.store.Problem;
import dev.cashet.store.VerifyRequest;
import dev.cashet.store.sqlite.FileTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** That nothing lies where the store makes files and directories of its own when it needs them. */
final class PlaceCheck {
  private static final List<String> FILES = List.of("writer.lock", "owners.lock", "generation");
  private static final List<String> DIRECTORIES = List.of("objects", "tmp", "index");

  private final Path directory;
  private final FileTable table;
  private final VerifyRequest request;
  private final Findings findings;

  PlaceCheck(Path directory, FileTable table, VerifyRequest request, Findings findings) {
    this.directory = directory;
    this.table = table;
    this.request = request;
    this.findings = findings;
  }

  void run() {
    for (String name : FILES) {
      Path path = directory.resolve(name);
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        report(path, "it is not a file");
      }
    }
    for (String name : DIRECTORIES) {
      Path path = directory.resolve(name);
      if (Files.exists(path) && !Files.isDirectory(path)) {
        report(path, "it is not a directory");
      }
    }
  }

  private void report(Path path, String found) {
    Problem problem = new Problem(Problem.Kind.FILE, path.toString(), found);
    findings.add(request.repair() ? problem.done("moved to " + table.moveAside(path)) : problem);
  }
}
