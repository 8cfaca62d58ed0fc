package dev.cashet.engine;

import dev.cashet.codec.ReadContext;
import dev.cashet.codec.UnreadableResultException;
import dev.cashet.identity.FunctionKey;
import dev.cashet.model.BlobRef;
import dev.cashet.model.Digest;
import dev.cashet.store.BlobUnreadableException;
import dev.cashet.store.Entry;
import dev.cashet.store.SmallObject;
import dev.cashet.store.Store;
import dev.cashet.store.StoreFailedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Stored results as values. Each load decodes afresh, so that no caller sees what another did to its copy; a value that
 * nobody can change is decoded once.
 */
public final class Results {
  private final Store store;
  private final Codecs codecs;
  private final Lookup lookup;
  private final HeapTier heap;
  private final Predicate<String> allowedByUser;

  Results(
      Store store, Codecs codecs, Lookup lookup, HeapTier heap, Predicate<String> allowedByUser) {
    this.store = store;
    this.codecs = codecs;
    this.lookup = lookup;
    this.heap = heap;
    this.allowedByUser = allowedByUser;
  }

  /**
   * Loads the result of a completed commit.
   *
   * @param loader finds classes
   * @param allowed which classes may be created
   * @throws BlobUnreadableException if the bytes are gone or damaged; names the commit
   * @throws UnreadableResultException if they cannot be turned into a value here
   */
  public @Nullable Object load(Entry entry, ClassLoader loader, Predicate<String> allowed) {
    Held held = heap.of(entry);
    Held.Contents kept = held == null ? null : held.contents();
    if (kept != null && kept.value() != null && kept.value().loader() == loader) {
      return kept.value().value();
    }
    BlobRef output = entry.commit().output().orElseThrow();
    try {
      Optional<SmallObject> bytes = bytes(entry, held, kept, output);
      Object value = decode(output, bytes, loader, allowed);
      if (held != null) {
        heap.keepValue(held, value, loader);
      }
      return value;
    } catch (BlobUnreadableException e) {
      lookup.reportUnreadable(output.digest());
      throw e.forCommit(entry.id().shortHex());
    } catch (UnreadableResultException e) {
      lookup.reportUnreadable(output.digest());
      throw e;
    } catch (IOException e) {
      throw new StoreFailedException(
          "cannot load the result of commit " + entry.id().shortHex() + " from " + store.location(),
          e);
    }
  }

  /** The serialised result if it is in the heap, or worth taking there; empty if it is to be streamed. */
  private Optional<SmallObject> bytes(
      Entry entry, @Nullable Held held, Held.@Nullable Contents kept, BlobRef output)
      throws IOException {
    if (entry.small().isPresent() || held == null || !heap.takes(output.sizeBytes())) {
      return entry.small();
    }
    if (kept != null && kept.bytes() != null) {
      return Optional.of(kept.bytes());
    }
    try (InputStream in = store.blobs().open(output.digest())) {
      SmallObject whole = SmallObject.known(output.digest(), in.readAllBytes());
      heap.keepBytes(held, whole);
      return Optional.of(whole);
    }
  }

  private @Nullable Object decode(
      BlobRef output, Optional<SmallObject> bytes, ClassLoader loader, Predicate<String> allowed)
      throws IOException {
    try (InputStream in = open(output.digest(), bytes)) {
      ReadContext context = new ReadContext(loader, allowed, () -> open(output.digest(), bytes));
      return codecs.reader(output.codec()).read(in, context);
    }
  }

  /** The result's bytes as they were serialised. */
  public InputStream open(Digest digest, Optional<SmallObject> small) {
    return small.isPresent()
        ? new ByteArrayInputStream(small.get().bytes())
        : store.blobs().open(digest);
  }

  /** Whether a class may be created while a result is loaded. */
  boolean isAllowed(FunctionKey function, String className) {
    return allowedByUser.test(className) || function.isUserClass(className);
  }

  /** Classes that the user allowed for every result. */
  public boolean isAllowedByUser(String className) {
    return allowedByUser.test(className);
  }
}
