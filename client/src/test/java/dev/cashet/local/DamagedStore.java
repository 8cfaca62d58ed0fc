package dev.cashet.local;

import dev.cashet.model.Digest;
import dev.cashet.store.SmallObject;
import dev.cashet.store.Store;
import dev.cashet.store.StoreOptions;
import dev.cashet.tck.Sample;
import dev.cashet.tck.SampleCommits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** A store with a bit of everything, of which each test damages a copy. */
final class DamagedStore {
  static final int SAMPLES = 12;

  private final Path directory;

  private DamagedStore(Path directory) {
    this.directory = directory;
  }

  /** Numbers 0 to 3 have files, of which 0 has two frames; 4 and 5 failed; the rest are small; 1 and 6 are pinned. */
  static Sample sample(int number) {
    SampleCommits sample = SampleCommits.of(number)
        .function("app.Stats.f" + number % 3)
        .after(java.time.Duration.ofMinutes(number))
        .tag("number", "n" + number);
    if (number == 4 || number == 5) {
      return sample.failed("no").build();
    }
    if (number > 6) {
      Sample input = sample(6);
      sample.input(input.commit().output().orElseThrow().digest(), Optional.of(input.id()));
    }
    return sample.result(result(number)).build();
  }

  static byte[] result(int number) {
    byte[] bytes = new byte[number == 0 ? 1_200_000 : number < 4 ? 5_000 : 200];
    new Random(number).nextBytes(bytes);
    return bytes;
  }

  static void fill(Path directory) {
    try (Store store = LocalStore.open(directory, StoreOptions.defaults())) {
      for (int i = 0; i < SAMPLES; i++) {
        add(store, sample(i));
      }
      store.pins().pin(sample(1).id(), "one");
      store.pins().pin(sample(6).id(), "");
    }
  }

  static void add(Store store, Sample sample) {
    List<SmallObject> small = new ArrayList<>(sample.objects());
    for (SmallObject object : sample.objects()) {
      if (object.bytes().length > store.smallObjectLimit()) {
        store.blobs().put(object.bytes());
        small.remove(object);
      }
    }
    store.commits().add(sample.commit(), small);
  }

  static DamagedStore copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
    return new DamagedStore(to);
  }

  Path directory() {
    return directory;
  }

  /** Where the result of this number has its file. */
  Path blob(int number) {
    String hex = Digest.sha256(result(number)).hex();
    return directory.resolve("objects").resolve(hex.substring(0, 2)).resolve(hex.substring(2));
  }

  Path file(String name) {
    return directory.resolve(name);
  }

  /** Where a row of this sample is, for use in SQL. */
  static String id(int number) {
    return "x'" + sample(number).id().hex() + "'";
  }

  /** The digest of a sample's result, for use in SQL. */
  static String digest(int number) {
    return "x'" + Digest.sha256(result(number)).hex() + "'";
  }

  static String record(int number) {
    return "x'" + sample(number).commit().call().record().hex() + "'";
  }

  void sql(String... statements) {
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("meta.db"));
        Statement statement = database.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Changes a file's bytes in place. */
  interface Change {
    byte[] apply(byte[] bytes);
  }

  static void change(Path file, Change change) {
    try {
      Files.write(file, change.apply(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] flip(byte[] bytes, int at) {
    bytes[at < 0 ? bytes.length + at : at] ^= 0x10;
    return bytes;
  }
}
