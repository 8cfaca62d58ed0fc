package dev.cashet.codec;

import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.model.StoredValue;
import java.util.Optional;

/** A reference read where nothing is known about stores: its digest and its commit. */
record DetachedResult(Digest blobDigest, Optional<CommitId> sourceCommit) implements StoredValue {

  /** The commit as hexadecimal text, or nothing. */
  static final class Format implements StoredValueFormat {
    @Override
    public String describe(StoredValue value) {
      return value.sourceCommit().map(commit -> commit.digest().hex()).orElse("");
    }

    @Override
    public StoredValue restore(Digest blob, String description) {
      if (description.isEmpty()) {
        return new DetachedResult(blob, Optional.empty());
      }
      try {
        return new DetachedResult(blob, Optional.of(new CommitId(Digest.parse(description))));
      } catch (IllegalArgumentException e) {
        throw new UnreadableResultException(
            "cannot read a stored result: a reference names no commit", e);
      }
    }
  }
}
