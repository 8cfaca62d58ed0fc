package dev.cashet.identity.bytecode;

import dev.cashet.model.Digest;
import dev.cashet.model.FunctionName;
import dev.cashet.model.KeyTree;
import dev.cashet.model.KeyTree.Kind;
import dev.cashet.model.KeyTree.Part;
import dev.cashet.model.Library;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** The graph that a function reaches as parts for people and for comparing. */
final class KeyTrees {
  private KeyTrees() {}

  static KeyTree of(
      FunctionName name,
      Program program,
      Reach reach,
      List<Library> libraries,
      Optional<Integer> platform) {
    List<Part> parts = new ArrayList<>();
    int others = reach.size() + libraries.size();
    for (int i = 0; i < reach.size(); i++) {
      Set<Integer> uses = new LinkedHashSet<>();
      for (int each : reach.uses(i)) {
        uses.add(each);
      }
      if (i == Reach.ROOT) {
        for (int library = reach.size(); library < others; library++) {
          uses.add(library);
        }
        platform.ifPresent(unused -> uses.add(others));
      }
      Digest label = reach.link(i).label();
      parts.add(new Part(kind(reach, i), name(name, program, reach, i), label, List.copyOf(uses)));
    }
    for (Library each : libraries) {
      String version = each.version().isEmpty() ? "" : ":" + each.version();
      parts.add(new Part(Kind.LIBRARY, each.name() + version, each.digest(), List.of()));
    }
    platform.ifPresent(feature -> {
      String text = "Java " + feature;
      parts.add(new Part(Kind.PLATFORM, text, Digest.sha256(text), List.of()));
    });
    return new KeyTree(parts);
  }

  private static Kind kind(Reach reach, int number) {
    if (number == Reach.ROOT) {
      return Kind.METHOD;
    }
    if (number < 2) {
      return Kind.CLASS;
    }
    return switch (reach.node(number).kind()) {
      case METHOD -> Kind.METHOD;
      case INITIALISER -> Kind.INITIALISER;
      case FIELD -> Kind.FIELD;
      case CALL -> Kind.CALL;
      case SHAPE, INSTANCE, SUBTYPES, WHOLE -> Kind.CLASS;
    };
  }

  private static String name(FunctionName name, Program program, Reach reach, int number) {
    if (number == Reach.ROOT) {
      return name.qualifiedName();
    }
    return number < 2 ? "objects given" : name(program, reach.node(number));
  }

  /** A node's name for people. */
  static String name(Program program, Node node) {
    String type = Names.type(node.owner());
    return switch (node.kind()) {
      case METHOD -> method(node);
      case CALL -> "call of " + method(node);
      case INITIALISER -> "initialiser of " + type;
      case FIELD -> type + "." + node.member().substring(0, node.member().indexOf(':'));
      case SHAPE -> type;
      case INSTANCE -> "objects of " + type;
      case SUBTYPES -> "all kinds of " + type;
      case WHOLE -> "all of " + type;
    };
  }

  private static String method(Node node) {
    int descriptor = node.member().indexOf('(');
    return Names.described(new CodeRef(
        Opcodes.H_INVOKEVIRTUAL,
        node.owner(),
        node.member().substring(0, descriptor),
        node.member().substring(descriptor)));
  }
}
