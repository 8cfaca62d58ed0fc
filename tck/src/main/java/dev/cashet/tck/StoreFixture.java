package dev.cashet.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.model.Fingerprint;
import dev.cashet.store.Claims;
import dev.cashet.store.CommitStore.Append;
import dev.cashet.store.SmallObject;
import dev.cashet.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Opens and closes the store under test for the contracts of stores. */
public abstract class StoreFixture {
  static final Duration LEASE = Duration.ofSeconds(10);

  /** Where the store under test may keep its files; empty before each test. */
  @TempDir
  protected Path directory;

  /** The time that every opening of the store is given. */
  protected final MutableClock clock = MutableClock.atNoon();

  private final List<Store> opened = new ArrayList<>();

  StoreFixture() {}

  /**
   * Opens the store under test; opening the same directory again stands for another process. A store that keeps nothing
   * in a directory takes the path as the name of a store that is empty at first. The contract closes what it opened.
   */
  protected abstract Store open(Path directory, InstantSource clock);

  /** Another opening of the store, closed after the test. */
  final synchronized Store open() {
    Store store = open(directory, clock);
    opened.add(store);
    return store;
  }

  @AfterEach
  void closeAll() {
    opened.forEach(Store::close);
  }

  /** The claim of a key that must be free. */
  static Claims.Grant claim(Store store, Fingerprint key) {
    Claims.Acquire answer = store.claims().acquire(key, "a task", LEASE);
    assertThat(answer).isInstanceOf(Claims.Acquire.Granted.class);
    return ((Claims.Acquire.Granted) answer).grant();
  }

  /** Adds a commit under a claim that must succeed. */
  static CommitId commit(Store store, Sample sample) {
    Append answer = append(store, sample, claim(store, sample.key()));
    assertThat(answer).isEqualTo(new Append.Accepted(sample.id()));
    return sample.id();
  }

  /** Tries to add a commit under a claim; what does not travel with it is put before. */
  static Append append(Store store, Sample sample, Claims.Grant grant) {
    return store.commits().append(sample.commit(), grant, travelling(store, sample));
  }

  /** Adds a commit without a claim; what does not travel with it is put before. */
  static CommitId add(Store store, Sample sample) {
    return store.commits().add(sample.commit(), travelling(store, sample));
  }

  static byte[] read(Store store, Digest digest) throws IOException {
    try (InputStream in = store.blobs().open(digest)) {
      return in.readAllBytes();
    }
  }

  private static List<SmallObject> travelling(Store store, Sample sample) {
    List<SmallObject> small = new ArrayList<>();
    for (SmallObject object : sample.objects()) {
      if (object.bytes().length <= store.smallObjectLimit()) {
        small.add(object);
      } else {
        store.blobs().put(object.bytes());
      }
    }
    return small;
  }
}
