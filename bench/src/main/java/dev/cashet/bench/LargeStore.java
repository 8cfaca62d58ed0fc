package dev.cashet.bench;

import dev.cashet.model.Argument;
import dev.cashet.model.BlobRef;
import dev.cashet.model.Commit;
import dev.cashet.model.Digest;
import dev.cashet.model.Fingerprint;
import dev.cashet.model.FunctionName;
import dev.cashet.model.FunctionRecord;
import dev.cashet.model.KeyTree;
import dev.cashet.model.Tags;
import dev.cashet.store.CommitStore;
import dev.cashet.store.SmallObject;
import dev.cashet.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Fills a store with commits as programs leave them: 50 functions, small results of which one in ten is shared, one failure
 * and one file in a hundred, a tag on every commit. The same number gives the same commits.
 */
final class LargeStore {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static final int AT_ONCE = 20_000;
  private static final int FUNCTIONS = 50;

  private LargeStore() {}

  static void fill(Store store, int commits) {
    for (int from = 0; from < commits; from += AT_ONCE) {
      List<CommitStore.Addition> some = new ArrayList<>();
      for (int i = from; i < Math.min(commits, from + AT_ONCE); i++) {
        some.add(addition(store, i));
      }
      store.commits().addAll(some);
    }
  }

  static CommitStore.Addition addition(Store store, int number) {
    FunctionName name =
        new FunctionName("Stats.f" + number % FUNCTIONS, "app.Stats.f" + number % FUNCTIONS);
    SmallObject record = record(name);
    List<SmallObject> objects = new ArrayList<>(List.of(record));
    Commit.Outcome outcome = new Commit.Failed("java.io.IOException", "no", "at app.Stats");
    if (number % 100 != 1) {
      byte[] result = result(number);
      Digest digest = Digest.sha256(result);
      outcome = new Commit.Completed(new BlobRef(digest, result.length, "cashet/1"));
      if (result.length > store.smallObjectLimit()) {
        store.blobs().put(result);
      } else {
        objects.add(SmallObject.known(digest, result));
      }
    }
    return new CommitStore.Addition(commit(number, name, record.digest(), outcome), objects);
  }

  static Fingerprint key(int number) {
    return Fingerprint.of(
        Digest.sha256("f" + number % FUNCTIONS), Digest.sha256("n" + number), Digest.sha256(""));
  }

  private static Commit commit(
      int number, FunctionName name, Digest record, Commit.Outcome outcome) {
    return new Commit(
        new Commit.Call(
            name,
            key(number),
            Digest.sha256(name.qualifiedName()),
            Digest.sha256("n" + number),
            record),
        List.of(new Argument("n", "java.lang.Integer", "" + number, Digest.sha256("n" + number))),
        new Commit.Run(START.plusMillis(number), Duration.ofMillis(5), 1, "local", "host"),
        outcome,
        new Commit.Lineage(List.of(), Optional.empty()),
        new Commit.Terms(Tags.of(Map.of("run", "r" + number % 1000)), Optional.empty(), true));
  }

  private static byte[] result(int number) {
    byte[] bytes = new byte[number % 100 == 2 ? 3000 : 200];
    new Random(number % 10 == 0 ? number % 1000 : number).nextBytes(bytes);
    return bytes;
  }

  private static SmallObject record(FunctionName name) {
    KeyTree.Part root = new KeyTree.Part(
        KeyTree.Kind.METHOD, name.qualifiedName(), Digest.sha256(name.qualifiedName()), List.of());
    return SmallObject.of(new FunctionRecord(
            name,
            Digest.sha256(name.qualifiedName()),
            new KeyTree(List.of(root)),
            List.of(),
            List.of(),
            Optional.empty())
        .encode());
  }
}
