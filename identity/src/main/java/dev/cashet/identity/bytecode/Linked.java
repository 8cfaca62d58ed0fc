package dev.cashet.identity.bytecode;

import dev.cashet.model.Digest;
import java.util.List;
import java.util.Set;

/**
 * What a node consists of.
 *
 * @param label the digest of its own content, with everything the program says about it but without what it uses
 * @param uses other nodes, in order
 * @param libraries jars that its code names
 */
record Linked(Digest label, List<Use> uses, Set<String> libraries) {
  Linked {
    uses = List.copyOf(uses);
    libraries = Set.copyOf(libraries);
  }

  /**
   * A use of another node.
   *
   * @param node which
   * @param isMain whether it lies on a path that can return: others count for the identity but not for findings
   */
  record Use(Node node, boolean isMain) {}
}
