package dev.cashet.engine;

import dev.cashet.canonical.UnhashableException;
import dev.cashet.model.Digest;
import dev.cashet.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Digests of secrets, HMAC-SHA256 (RFC 2104): with the key in the variable {@code CASHET_SECRET_KEY}, else with the
 * store's own. Where nothing may be written and there is no key yet, nothing with a secret can have been stored either:
 * a key of the moment makes every look a miss.
 */
final class SecretKeys {
  static final String VARIABLE = "CASHET_SECRET_KEY";
  private static final int MIN_CHARACTERS = 32;
  private static final String ALGORITHM = "HmacSHA256";
  private static final String DOMAIN = "cashet secret 1";

  private final Store store;
  private final @Nullable String given;
  private volatile byte @Nullable [] key;

  SecretKeys(Store store, @Nullable String given) {
    this.store = store;
    this.given = given;
  }

  Digest digest(Digest plain, String path, boolean mayWrite) {
    byte[] secret = key;
    if (secret == null) {
      Optional<byte[]> found = find(path, mayWrite);
      if (found.isEmpty()) {
        return hmac(momentary(), plain);
      }
      secret = found.get();
      key = secret;
    }
    return hmac(secret, plain);
  }

  private Optional<byte[]> find(String path, boolean mayWrite) {
    if (given != null && !given.isBlank()) {
      if (given.length() < MIN_CHARACTERS) {
        throw new UnhashableException(
            path,
            "a secret",
            VARIABLE + " is too short to be a key: at least " + MIN_CHARACTERS
                + " random characters, the same wherever results are to be shared");
      }
      return Optional.of(given.getBytes(StandardCharsets.UTF_8));
    }
    Optional<byte[]> own = store.secretKey(mayWrite);
    if (own.isEmpty() && mayWrite) {
      throw new UnhashableException(
          path,
          "a secret",
          "the store at " + store.location() + " keeps no key to count it by; set " + VARIABLE
              + " to at least " + MIN_CHARACTERS
              + " random characters, the same wherever results are to be shared");
    }
    return own;
  }

  private static byte[] momentary() {
    byte[] random = new byte[Digest.BYTES];
    new SecureRandom().nextBytes(random);
    return random;
  }

  private static Digest hmac(byte[] key, Digest plain) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update(DOMAIN.getBytes(StandardCharsets.UTF_8));
      return Digest.of(mac.doFinal(plain.toBytes()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
