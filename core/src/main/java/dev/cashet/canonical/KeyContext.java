package dev.cashet.canonical;

import dev.cashet.model.Digest;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a value may ask for while it says what identifies it: things that need more than the value. */
public interface KeyContext {
  /**
   * The SHA-256 of a file's content as it is now. Read again only if the file may have changed since.
   *
   * @throws UnhashableException if it cannot be read, or changes while it is read
   */
  Digest file(Path file);

  /**
   * A digest of a value that is made with the store's own key: without the key nobody can tell from it what the value
   * is, not even by trying all that it might be.
   *
   * @param value counts as any value does
   * @throws UnhashableException if the value has no identity, or there is no key
   */
  Digest keyed(@Nullable Object value);
}
