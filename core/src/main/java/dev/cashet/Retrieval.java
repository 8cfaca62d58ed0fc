package dev.cashet;

import dev.cashet.history.CommitView;
import dev.cashet.model.BlobRef;
import dev.cashet.model.Commit;
import dev.cashet.model.FunctionRecord;
import dev.cashet.model.KeyTree;
import dev.cashet.store.BlobUnreadableException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Results by the name of their commit: the classes that may be created are those of the task's recorded code. */
final class Retrieval {
  private Retrieval() {}

  static <T> ResultRef<T> ref(Cashet client, CommitView view) {
    output(view);
    Set<String> classes = view.function().map(Retrieval::classes).orElse(Set.of());
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    StoredRef.Origin origin = new StoredRef.Origin(
        client,
        Objects.requireNonNullElse(context, ClassLoader.getSystemClassLoader()),
        name -> classes.contains(name) || client.engine().results().isAllowedByUser(name),
        // A look at the history is no use, and writes nothing.
        false);
    return new StoredRef<>(origin, view.entry(), true);
  }

  static InputStream open(Cashet client, CommitView view) {
    BlobRef output = output(view);
    try {
      return client.engine().results().open(output.digest(), view.entry().small());
    } catch (BlobUnreadableException e) {
      throw e.forCommit(view.entry().id().shortHex());
    }
  }

  private static BlobRef output(CommitView view) {
    Commit.Outcome outcome = view.entry().commit().outcome();
    if (outcome instanceof Commit.Failed failed) {
      throw new IllegalStateException("commit "
          + view.entry().id().shortHex()
          + " has no result: the run failed with "
          + failed.type());
    }
    return ((Commit.Completed) outcome).output();
  }

  private static Set<String> classes(FunctionRecord record) {
    return record.key().parts().stream()
        .filter(part -> part.kind() == KeyTree.Kind.CLASS)
        .map(KeyTree.Part::name)
        .collect(Collectors.toSet());
  }
}
