package dev.cashet;

import dev.cashet.history.CommitView;
import dev.cashet.model.Commit;
import dev.cashet.model.FunctionRecord;
import dev.cashet.model.KeyTree;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Results by the name of their commit: the classes that may be created are those of the task's recorded code. */
final class Retrieval {
  private Retrieval() {}

  static <T> ResultRef<T> ref(Cashet client, CommitView view) {
    if (view.entry().commit().outcome() instanceof Commit.Failed failed) {
      throw new IllegalStateException("commit "
          + view.entry().id().shortHex()
          + " has no result: the run failed with "
          + failed.type());
    }
    Set<String> classes = view.function().map(Retrieval::classes).orElse(Set.of());
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    StoredRef.Origin origin = new StoredRef.Origin(
        client.location(),
        client.engine().results(),
        Objects.requireNonNullElse(context, ClassLoader.getSystemClassLoader()),
        name -> classes.contains(name) || client.engine().results().isAllowedByUser(name));
    return new StoredRef<>(origin, view.entry(), true);
  }

  private static Set<String> classes(FunctionRecord record) {
    return record.key().parts().stream()
        .filter(part -> part.kind() == KeyTree.Kind.CLASS)
        .map(KeyTree.Part::name)
        .collect(Collectors.toSet());
  }
}
