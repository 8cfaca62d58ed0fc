package dev.cashet.model;

/**
 * The key of a call: what was computed from which function, which arguments and which options, under a numbered scheme.
 * The scheme number is hashed too, so two schemes never share a key (promise 10).
 *
 * @param scheme the version of the rules that made the digest, 1 or more
 * @param digest the tagged hash of the key's parts
 */
public record Fingerprint(int scheme, Digest digest) {
  /** The scheme that this version of cashet writes. */
  public static final int CURRENT_SCHEME = 1;

  private static final String TAG = "cashet fingerprint";

  /** Checks the scheme number. */
  public Fingerprint {
    if (scheme < 1) {
      throw new IllegalArgumentException(
          "a fingerprint's scheme number starts at 1, not " + scheme);
    }
  }

  /**
   * The key of a call in the current scheme: SHA-256 over tag, scheme number and the three digests, each at a fixed
   * place and length (docs/format/commit.md, "Fingerprint").
   *
   * @param function the identity of the code
   * @param arguments the identity of the arguments
   * @param options the identity of the options that belong to the key (version, salt, ignored parameters)
   */
  public static Fingerprint of(Digest function, Digest arguments, Digest options) {
    byte[] tag = TAG.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    byte[] bytes = new byte[tag.length + 4 + 3 * Digest.BYTES];
    System.arraycopy(tag, 0, bytes, 0, tag.length);
    int at = tag.length;
    bytes[at + 3] = (byte) CURRENT_SCHEME;
    at += 4;
    function.writeTo(bytes, at);
    arguments.writeTo(bytes, at + Digest.BYTES);
    options.writeTo(bytes, at + 2 * Digest.BYTES);
    return new Fingerprint(CURRENT_SCHEME, Digest.sha256(bytes));
  }

  /** The digest's 64 hexadecimal digits. */
  public String hex() {
    return digest.hex();
  }

  @Override
  public String toString() {
    return digest.shortHex();
  }
}
