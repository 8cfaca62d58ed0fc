package dev.cashet.model;

/**
 * A commit's name: the SHA-256 of its canonical content.
 *
 * @param digest that hash
 */
public record CommitId(Digest digest) implements Comparable<CommitId> {
  /** The id that {@link #hex()} wrote. */
  public static CommitId parse(String hex) {
    return new CommitId(Digest.parse(hex));
  }

  /** All 64 hexadecimal digits. */
  public String hex() {
    return digest.hex();
  }

  /** The first 12 digits, for people. */
  public String shortHex() {
    return digest.shortHex();
  }

  @Override
  public int compareTo(CommitId other) {
    return digest.compareTo(other.digest);
  }

  @Override
  public String toString() {
    return digest.hex();
  }
}
