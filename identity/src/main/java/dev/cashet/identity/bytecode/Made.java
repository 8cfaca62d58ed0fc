package dev.cashet.identity.bytecode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rapid type analysis (Bacon and Sweeney 1996) that is open to the world: a call reaches the methods of the classes that
 * the function's code makes objects of; a call that none of them answers reaches every class's, and goes on to.
 */
final class Made {
  private final Program program;
  private final Set<ClassInfo> classes = new HashSet<>();
  private final Set<Node> starved = new HashSet<>();

  Made(Program program) {
    this.program = program;
  }

  /** Takes note of a node that is reached. */
  void note(Node node) {
    if (node.kind() == Node.Kind.INSTANCE) {
      ClassInfo type = program.find(node.owner());
      if (type != null) {
        classes.add(type);
      }
    }
  }

  /**
   * What the call reaches as far as is known.
   *
   * @param starving whether no more classes are to come for calls without an answer
   */
  Linked answer(Node call, boolean starving) {
    Linked all = program.link(call);
    if (starved.contains(call)) {
      return all;
    }
    ClassInfo owner = program.find(call.owner());
    List<Linked.Use> uses = new ArrayList<>();
    ClassInfo.Selection declared =
        owner == null ? null : program.hierarchy().resolve(owner, call.member());
    boolean isPlain = declared == null || !Hierarchy.isPackagePrivate(declared);
    if (owner != null && isPlain) {
      for (ClassInfo each : program.hierarchy().withSubtypes(owner)) {
        if (classes.contains(each)) {
          ClassInfo.Selection method = program.hierarchy().dispatch(each, call.member());
          if (method != null && Linker.isRun(method)) {
            uses.add(new Linked.Use(Node.method(method), true));
          }
        }
      }
    }
    if (uses.isEmpty() && (starving || !isPlain)) {
      starved.add(call);
      return all;
    }
    return new Linked(all.label(), uses, all.libraries());
  }
}
