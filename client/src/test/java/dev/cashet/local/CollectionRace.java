package dev.cashet.local;

import dev.cashet.maintenance.GcPolicy;
import dev.cashet.maintenance.Housekeeping;
import dev.cashet.model.Commit;
import dev.cashet.model.Digest;
import dev.cashet.model.Fingerprint;
import dev.cashet.store.BlobUnreadableException;
import dev.cashet.store.Claims;
import dev.cashet.store.CommitStore;
import dev.cashet.store.Entry;
import dev.cashet.store.SmallObject;
import dev.cashet.store.Store;
import dev.cashet.store.StoreOptions;
import dev.cashet.tck.Sample;
import dev.cashet.tck.SampleCommits;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Readers, writers and collectors on one store, as threads and as programs. Results are few and large, so that a writer
 * mostly finds the bytes that it wants to put and that a collector is about to take.
 */
final class CollectionRace {
  private static final int KEYS = 12;
  private static final int RESULTS = 4;
  private static final int WORK = 4;

  private final Path directory;
  private final Random random;

  CollectionRace(Path directory, long seed) {
    this.directory = directory;
    this.random = new Random(seed);
  }

  /** As a program: directory, seed, role, rounds. */
  public static void main(String[] arguments) throws Exception {
    CollectionRace race = new CollectionRace(Path.of(arguments[0]), Long.parseLong(arguments[1]));
    int rounds = Integer.parseInt(arguments[3]);
    switch (arguments[2]) {
      case "write" -> race.write(rounds);
      case "read" -> race.read(rounds);
      default -> race.collect(rounds);
    }
  }

  /** Runs each key under a claim, as the engine does; the blob first, then the commit that names it. */
  void write(int rounds) throws Exception {
    try (Store store = LocalStore.open(directory, StoreOptions.defaults())) {
      for (int i = 0; i < rounds; i++) {
        Fingerprint key = SampleCommits.key(random.nextInt(KEYS));
        Claims.Acquire answer = store.claims().acquire(key, "a race", Duration.ofMinutes(1));
        if (answer instanceof Claims.Acquire.Granted granted) {
          write(store, granted.grant());
        }
      }
    }
  }

  private void write(Store store, Claims.Grant grant) throws Exception {
    byte[] result = result(random.nextInt(RESULTS));
    Sample sample = SampleCommits.of(grant.fingerprint())
        .completedAt(Instant.now(java.time.Clock.systemUTC()))
        .result(result)
        .build();
    store.blobs().put(result);
    // What a writer does before it appends takes a while, in which a collector comes by.
    for (int i = random.nextInt(WORK); i > 0; i--) {
      Digest.sha256(result(RESULTS));
    }
    List<SmallObject> small = new ArrayList<>(sample.objects());
    small.removeIf(object -> object.bytes().length == result.length);
    CommitStore.Append answer = store.commits().append(sample.commit(), grant, small);
    if (!(answer instanceof CommitStore.Append.Accepted)) {
      throw new AssertionError("a claim was lost: " + answer);
    }
    read(store, new Entry(sample.id(), sample.commit(), Optional.empty()));
  }

  /** What is found can be read to its end; what cannot be found any more has lost its commit before. */
  void read(int rounds) throws Exception {
    try (Store store = LocalStore.open(directory, StoreOptions.defaults())) {
      for (int i = 0; i < rounds; i++) {
        Optional<Entry> found = store.commits().newest(SampleCommits.key(random.nextInt(KEYS)));
        if (found.isPresent()) {
          read(store, found.get());
        }
      }
    }
  }

  private static void read(Store store, Entry entry) throws Exception {
    Commit commit = entry.commit();
    Digest result = commit.output().orElseThrow().digest();
    try (InputStream in = store.blobs().open(result)) {
      byte[] head = in.readNBytes(1 << 20);
      // Whoever has the stream open reads on, whatever happens to the commit now.
      byte[] rest = in.readAllBytes();
      if (!Digest.sha256(concat(head, rest)).equals(result)) {
        throw new AssertionError("other bytes for " + entry.id());
      }
    } catch (BlobUnreadableException e) {
      if (!e.isMissing()) {
        throw e;
      }
      if (store.commits().get(entry.id()).isPresent()) {
        throw new AssertionError("commit " + entry.id() + " is there and its result is not", e);
      }
    }
  }

  /** Takes the older half by size, or everything, over and over. */
  void collect(int rounds) {
    try (Store store = LocalStore.open(directory, StoreOptions.defaults())) {
      Housekeeping housekeeping = new Housekeeping(store, InstantSource.system());
      for (int i = 0; i < rounds; i++) {
        GcPolicy policy = GcPolicy.defaults();
        switch (random.nextInt(4)) {
          case 0 -> housekeeping.gc(policy.olderThan(Duration.ZERO));
          case 1 -> housekeeping.gc(policy.maxSize(store.maintenance().occupiedBytes() / 2));
          case 2 ->
            housekeeping.gc(policy.olderThan(Duration.ofMillis(20)).order(GcPolicy.Order.COST));
          default -> housekeeping.clear();
        }
      }
    }
  }

  /** Two of them need more than one frame, and so more than one read. */
  private static byte[] result(int number) {
    byte[] bytes = new byte[number < 2 ? 20_000 : 1_300_000];
    new Random(number).nextBytes(bytes);
    return bytes;
  }

  private static byte[] concat(byte[] head, byte[] rest) {
    byte[] all = java.util.Arrays.copyOf(head, head.length + rest.length);
    System.arraycopy(rest, 0, all, head.length, rest.length);
    return all;
  }
}
