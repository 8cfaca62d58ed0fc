package dev.cashet.engine;

import dev.cashet.codec.ReadContext;
import dev.cashet.codec.UnreadableResultException;
import dev.cashet.identity.FunctionKey;
import dev.cashet.model.BlobRef;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.store.BlobUnreadableException;
import dev.cashet.store.SmallObject;
import dev.cashet.store.Store;
import dev.cashet.store.StoreFailedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Stored results as values. Each load decodes afresh, so that no caller sees what another did to its copy. */
public final class Results {
  private final Store store;
  private final Codecs codecs;
  private final Lookup lookup;
  private final Predicate<String> allowedByUser;

  Results(Store store, Codecs codecs, Lookup lookup, Predicate<String> allowedByUser) {
    this.store = store;
    this.codecs = codecs;
    this.lookup = lookup;
    this.allowedByUser = allowedByUser;
  }

  /**
   * Loads a result.
   *
   * @param commit the commit that holds it, for messages
   * @param output which bytes, and the codec that reads them
   * @param small the bytes, if they are at hand
   * @param loader finds classes
   * @param allowed which classes may be created
   * @throws BlobUnreadableException if the bytes are gone or damaged; names the commit
   * @throws UnreadableResultException if they cannot be turned into a value here
   */
  public @Nullable Object load(
      CommitId commit,
      BlobRef output,
      Optional<SmallObject> small,
      ClassLoader loader,
      Predicate<String> allowed) {
    try (InputStream in = open(output.digest(), small)) {
      ReadContext context = new ReadContext(loader, allowed, () -> open(output.digest(), small));
      return codecs.reader(output.codec()).read(in, context);
    } catch (BlobUnreadableException e) {
      lookup.reportUnreadable(output.digest());
      throw e.forCommit(commit.shortHex());
    } catch (UnreadableResultException e) {
      lookup.reportUnreadable(output.digest());
      throw e;
    } catch (IOException e) {
      throw new StoreFailedException(
          "cannot load the result of commit " + commit.shortHex() + " from " + store.location(), e);
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
