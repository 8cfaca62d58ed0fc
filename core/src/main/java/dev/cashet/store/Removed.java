package dev.cashet.store;

/**
 * What was removed from a store.
 *
 * @param commits commits
 * @param blobs results and function records that no commit named any more
 * @param bytes what these took
 */
public record Removed(long commits, long blobs, long bytes) {
  /** Nothing. */
  public static final Removed NOTHING = new Removed(0, 0, 0);

  /** Both together. */
  public Removed and(Removed more) {
    return new Removed(commits + more.commits, blobs + more.blobs, bytes + more.bytes);
  }
}
