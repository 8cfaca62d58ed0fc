package dev.cashet;

import dev.cashet.codec.StoredFile;
import dev.cashet.codec.StoredValueFormat;
import dev.cashet.codec.UnreadableResultException;
import dev.cashet.model.CommitId;
import dev.cashet.model.Digest;
import dev.cashet.model.StoredValue;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** References inside results: kept by the name of their commit, and alive again when the result is loaded. */
final class LiveReferences implements StoredValueFormat {
  private final OutputRoots roots;
  private volatile @Nullable Cashet client;

  LiveReferences(OutputRoots roots) {
    this.roots = roots;
  }

  /** The client whose store the references point into; set once, before anything is loaded. */
  void bind(Cashet owner) {
    client = owner;
  }

  @Override
  public String describe(StoredValue value) {
    return value.sourceCommit().map(CommitId::hex).orElse("");
  }

  @Override
  public Object file(StoredFile file) {
    return OutputFile.of(file);
  }

  @Override
  public String fileProblem(Path path) {
    return roots.problem(path);
  }

  @Override
  public StoredValue restore(Digest blob, String description) {
    Cashet owner = client;
    if (owner == null || !description.matches("[0-9a-f]{64}")) {
      throw new UnreadableResultException(
          "cannot read a reference to " + blob.shortHex() + ": it names no commit", null);
    }
    ResultRef<Object> ref = owner.get(description);
    if (!ref.blobDigest().equals(blob)) {
      throw new UnreadableResultException(
          "cannot read a reference: commit "
              + description.substring(0, Digest.SHORT_HEX_DIGITS)
              + " has another result than "
              + blob.shortHex(),
          null);
    }
    return ref;
  }
}
