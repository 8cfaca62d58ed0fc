package dev.cashet.identity.bytecode;

import dev.cashet.identity.FunctionKey;
import dev.cashet.model.Digest;
import dev.cashet.model.Finding;
import dev.cashet.model.FunctionName;
import dev.cashet.model.FunctionRecord;
import dev.cashet.model.KeyTree;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A key of one part. */
record CoarseKey(FunctionName name, Digest digest, KeyTree tree, Set<String> user)
    implements FunctionKey {
  @Override
  public FunctionRecord record() {
    return new FunctionRecord(name, digest, tree, List.of(), List.of(), Optional.empty());
  }

  @Override
  public List<Finding> findings() {
    return List.of();
  }

  @Override
  public boolean isUserClass(String className) {
    return user.contains(className.replace('.', '/'));
  }
}
