package dev.cashet.identity.bytecode;

import java.io.File;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gets ready for a program's first function while the client is being opened, beside the thread that opens it: reads the
 * class files in the directories of the class path and loads what reads code. On one processor, and where the class path
 * has no directories, nothing is done before it is needed.
 */
final class EarlyReading {
  private final CompletableFuture<Snapshot> read = new CompletableFuture<>();

  private EarlyReading() {}

  /**
   * Starts reading.
   *
   * @param reader reads the class files that are in no jar
   * @return null where nothing can be gained
   */
  static @Nullable EarlyReading start(ClassLoader loader, Supplier<Snapshot> reader) {
    boolean helps = loader == ClassLoader.getSystemClassLoader()
        && Runtime.getRuntime().availableProcessors() > 1
        && ClassPathStamp.entries().stream().anyMatch(each -> new File(each).isDirectory());
    if (!helps) {
      return null;
    }
    EarlyReading early = new EarlyReading();
    Thread thread = new Thread(() -> early.run(loader, reader), "cashet-index");
    thread.setDaemon(true);
    thread.start();
    return early;
  }

  private void run(ClassLoader loader, Supplier<Snapshot> reader) {
    try {
      Warming.resolve();
      Snapshot snapshot = reader.get();
      read.complete(snapshot);
      Surroundings.first();
      snapshot.digest();
      snapshot.program(loader);
      Warming.encode();
      Surroundings.areComplete();
    } catch (RuntimeException | Error e) {
      // whoever needs the files reads them and meets the same, in a better place to say so
      read.complete(new Snapshot(java.util.Map.of(), false));
    }
  }

  /** What was read, once it is; empty if that failed. */
  Optional<Snapshot> snapshot() {
    return Optional.of(read.join()).filter(Snapshot::isListed);
  }
}
