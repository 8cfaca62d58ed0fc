package dev.cashet.identity.bytecode;

import dev.cashet.model.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Identities kept from one start of a program to the next (docs/format/identity.md, "Kept identities"). A file is named by
 * the digest of everything that its identity was made from: the user's class files by content, all other places by their
 * stamp, the question, and the rules. So it is right whenever it is found; it may be missing at any time. Files are written
 * whole and renamed, checked when read, and bounded in number.
 */
final class KeptKeys {
  private static final byte[] MAGIC = "cashet kept 1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST = 2_000;

  private record Pending(ClassPathStamp stamp, Digest identity) {}

  private final Supplier<Optional<Path>> directory;
  private final boolean isUsed;
  private final Map<Digest, Pending> pending = new ConcurrentHashMap<>();
  private boolean pruned;

  /** Keeps nothing. */
  KeptKeys() {
    this.directory = Optional::empty;
    this.isUsed = false;
  }

  /**
   * Keeps identities in a directory.
   *
   * @param directory empty as long as there is none; asked each time
   */
  KeptKeys(Supplier<Optional<Path>> directory) {
    this.directory = () -> directory.get().map(each -> each.resolve("identity"));
    this.isUsed = true;
  }

  /** The name of a question's answer; empty if its answer depends on what has no digest and no stamp. */
  Optional<Digest> nameOf(Question question, Snapshot snapshot) {
    CodeTarget target = question.target();
    ClassLoader loader = target.loader();
    boolean plain = isUsed
        && snapshot.isListed()
        && loader == ClassLoader.getSystemClassLoader()
        && Elements.load(target.site().home(), loader)
            .filter(home -> home.getClassLoader() == loader && !home.getModule().isNamed())
            .isPresent();
    if (!plain) {
      return Optional.empty();
    }
    return Surroundings.first().map(around -> {
      FormWriter out = new FormWriter().digest(around.digest()).digest(snapshot.digest());
      question.writeTo(out);
      return out.toDigest();
    });
  }

  Optional<Digest> find(Digest name) {
    Pending waiting = pending.get(name);
    return waiting != null
        ? Optional.of(waiting.identity())
        : directory.get().flatMap(folder -> read(folder.resolve(name.hex()), name));
  }

  /** Keeps an answer; it is written with {@link #write}. */
  void add(Digest name, PreciseKey key) {
    ClassPathStamp now = Surroundings.first().map(Surroundings::stamp).orElse(null);
    if (now != null
        && key.isKeepable()
        && Surroundings.areComplete()
        && now.jars().containsAll(key.jars())) {
      pending.put(name, new Pending(now, key.digest()));
    }
  }

  void drop(Digest name) {
    pending.remove(name);
    directory.get().ifPresent(folder -> {
      try {
        Files.deleteIfExists(folder.resolve(name.hex()));
      } catch (IOException e) {
        // it is found wrong again, and loudly
      }
    });
  }

  /** Writes what waits, if there is a directory by now. Losing it costs time only, so nothing is reported. */
  void write() {
    if (pending.isEmpty()) {
      return;
    }
    Optional<Path> folder = directory.get();
    if (folder.isEmpty()) {
      return;
    }
    try {
      write(folder.get());
    } catch (IOException e) {
      pending.clear();
    }
  }

  private synchronized void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    prune(folder);
    ClassPathStamp now = ClassPathStamp.read();
    for (Map.Entry<Digest, Pending> each : Map.copyOf(pending).entrySet()) {
      pending.remove(each.getKey());
      if (now == null || !each.getValue().stamp().equals(now)) {
        continue;
      }
      Path unfinished = Files.createTempFile(folder, "new", ".tmp");
      try {
        Files.write(unfinished, bytes(each.getKey(), each.getValue().identity()));
        long moment = Files.getLastModifiedTime(unfinished).toMillis();
        if (now.isSettled(moment)) {
          Path target = folder.resolve(each.getKey().hex());
          Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        }
      } finally {
        Files.deleteIfExists(unfinished);
      }
    }
  }

  private void prune(Path folder) throws IOException {
    if (pruned) {
      return;
    }
    pruned = true;
    List<Path> all;
    try (Stream<Path> files = Files.list(folder)) {
      all = files.toList();
    }
    if (all.size() <= MOST) {
      return;
    }
    Map<Path, Long> times = new java.util.HashMap<>();
    for (Path each : all) {
      times.put(each, each.toFile().lastModified());
    }
    List<Path> oldest = all.stream()
        .sorted(Comparator.comparing(times::get))
        .limit(all.size() - MOST / 2)
        .toList();
    for (Path each : oldest) {
      Files.deleteIfExists(each);
    }
  }

  private static byte[] bytes(Digest name, Digest identity) {
    byte[] body = ByteBuffer.allocate(MAGIC.length + 2 * Digest.BYTES)
        .put(MAGIC)
        .put(name.toBytes())
        .put(identity.toBytes())
        .array();
    return ByteBuffer.allocate(body.length + Digest.BYTES)
        .put(body)
        .put(Digest.sha256(body).toBytes())
        .array();
  }

  /** The identity in a file; empty if there is none or it is not whole. */
  private static Optional<Digest> read(Path file, Digest name) {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      byte[] found = Files.readAllBytes(file);
      int at = MAGIC.length + Digest.BYTES;
      if (found.length != at + 2 * Digest.BYTES) {
        return Optional.empty();
      }
      Digest identity = Digest.of(Arrays.copyOfRange(found, at, at + Digest.BYTES));
      return Arrays.equals(found, bytes(name, identity)) ? Optional.of(identity) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
