package dev.cashet.engine;

import dev.cashet.identity.Target;
import dev.cashet.model.Digest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Parameters that the caller leaves out of the key, by name or by index from 0. */
final class IgnoredParameters {
  /** Stands for an ignored argument, so that its place still counts. */
  static final Digest DIGEST = Digest.sha256("cashet ignored argument");

  private IgnoredParameters() {}

  static Set<Integer> indexes(Target target, List<String> ignore) {
    if (ignore.isEmpty()) {
      return Set.of();
    }
    Set<Integer> indexes = new HashSet<>();
    for (String wanted : ignore) {
      indexes.add(index(target, wanted));
    }
    return indexes;
  }

  private static int index(Target target, String wanted) {
    List<Target.Parameter> parameters = target.arguments();
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).name().equals(wanted)) {
        return i;
      }
    }
    if (wanted.matches("\\d{1,4}") && Integer.parseInt(wanted) < parameters.size()) {
      return Integer.parseInt(wanted);
    }
    throw new IllegalArgumentException("ignore: "
        + target.name().shortName()
        + " has no parameter '"
        + wanted
        + "'; it has "
        + parameters.stream().map(Target.Parameter::name).collect(Collectors.joining(", ")));
  }
}
