package dev.cashet.identity.bytecode;

import dev.cashet.identity.FunctionKey;
import dev.cashet.model.Digest;
import dev.cashet.model.Finding;
import dev.cashet.model.FunctionRecord;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An identity that was made by an earlier program of the same code; what it was made of is found out when asked for. */
final class KeptKey implements FunctionKey {
  private final Digest digest;
  private final Snapshot snapshot;
  private final Supplier<PreciseKey> maker;
  private final Runnable drop;
  private volatile @Nullable PreciseKey made;

  /**
   * A key.
   *
   * @param snapshot the classes of its program
   * @param maker makes it anew
   * @param drop forgets what was kept
   */
  KeptKey(Digest digest, Snapshot snapshot, Supplier<PreciseKey> maker, Runnable drop) {
    this.digest = digest;
    this.snapshot = snapshot;
    this.maker = maker;
    this.drop = drop;
  }

  @Override
  public Digest digest() {
    return digest;
  }

  @Override
  public FunctionRecord record() {
    return made().record();
  }

  @Override
  public List<Finding> findings() {
    return made().findings();
  }

  @Override
  public boolean isUserClass(String className) {
    return snapshot.contains(className.replace('.', '/')) || made().isUserClass(className);
  }

  @Override
  public int classes() {
    return snapshot.size();
  }

  private PreciseKey made() {
    PreciseKey known = made;
    if (known == null) {
      known = maker.get();
      if (!known.digest().equals(digest)) {
        drop.run();
        throw new IllegalStateException("the identity " + digest + " that was kept of "
            + known.record().name().qualifiedName() + " is not that of its code, which is "
            + known.digest() + "; it has been forgotten: run again");
      }
      made = known;
    }
    return known;
  }
}
