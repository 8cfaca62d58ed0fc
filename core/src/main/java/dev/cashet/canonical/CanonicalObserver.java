package dev.cashet.canonical;

import dev.cashet.model.Digest;
import dev.cashet.model.StoredValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** What hashing a value meets on its way besides plain data. */
public interface CanonicalObserver {
  /**
   * An object of this class is part of the value: its code counts, since a call on the value may reach it. Also told of
   * enum constants' own classes and of records.
   */
  void instance(Class<?> type);

  /** A stored result is part of the value and was counted by its digest. */
  void reference(StoredValue value);

  /** What a stored result counts by; an observer that only looks may answer for one that is still to come. */
  default Digest digestOf(StoredValue value) {
    return value.blobDigest();
  }

  /**
   * The identity of a function object (a lambda, a method reference) that is part of the value.
   *
   * @param path where, for messages
   * @throws UnhashableException if it has none
   */
  Digest function(Object function, String path);

  /**
   * The SHA-256 of a file's content; reads it here, an observer that knows it may give it.
   *
   * @throws IOException if it cannot be read
   */
  default Digest file(Path file) throws IOException {
    MessageDigest sha256 = Digest.newSha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sha256.update(buffer, 0, read);
      }
    }
    return Digest.of(sha256.digest());
  }

  /**
   * The keyed digest of a confidential value.
   *
   * @param value the value, to keep it out of messages
   * @param digest its plain digest, which must not be kept
   * @param path where, for messages
   * @throws UnhashableException if there is no key
   */
  default Digest keyed(@Nullable Object value, Digest digest, String path) {
    throw new UnhashableException(path, "a secret", "there is no key here to count it by");
  }
}
