package dev.cashet.store;

/**
 * How to check a store.
 *
 * @param repair whether to put right what can be; what is damaged is moved aside, not deleted
 * @param threads how many read blobs at a time; at least 1
 * @param progress is told how far it is
 */
public record VerifyRequest(boolean repair, int threads, Progress progress) {
  /** Checks the number. */
  public VerifyRequest {
    if (threads < 1) {
      throw new IllegalArgumentException("threads: at least 1, not " + threads);
    }
  }

  /** Looks with two threads and changes nothing. */
  public static VerifyRequest checking() {
    return new VerifyRequest(false, 2, (stage, done, total) -> {});
  }

  /** Looks with two threads and repairs. */
  public static VerifyRequest repairing() {
    return new VerifyRequest(true, 2, (stage, done, total) -> {});
  }

  /** Tells this one how far it is. */
  public VerifyRequest progress(Progress listener) {
    return new VerifyRequest(repair, threads, listener);
  }

  /** Is told how far a check is; called from several threads, now and then. */
  public interface Progress {
    /**
     * So much is done.
     *
     * @param stage what is looked at: {@code commits}, {@code blobs}, {@code database}
     * @param done how many
     * @param total of how many, as far as known
     */
    void checked(String stage, long done, long total);
  }
}
