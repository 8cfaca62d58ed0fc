package dev.cashet.identity.bytecode;

import dev.cashet.model.Finding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * What in a function's code its identity cannot vouch for: searched on main paths only, nearest first. Left out are sites
 * from which the code can only throw, static initialisers, and what only printing, comparing or closing reaches.
 */
final class Findings {
  private static final int MOST = 100;

  private final Program program;
  private final String name;
  private final Map<Node, Node> from = new HashMap<>();
  private final Map<List<String>, Finding> found = new LinkedHashMap<>();

  private Findings(Program program, String name) {
    this.program = program;
    this.name = name;
  }

  /**
   * Searches a function.
   *
   * @param name of the function
   * @param code what it runs
   */
  static List<Finding> of(Program program, Reach reach, String name, CodeRef code) {
    Findings search = new Findings(program, name);
    search.outside(code, null, null);
    search.follow(reach);
    return new ArrayList<>(search.found.values());
  }

  private void follow(Reach reach) {
    Deque<Node> left = new ArrayDeque<>();
    add(reach.link(Reach.ROOT), null, left);
    add(reach.link(1), null, left);
    while (!left.isEmpty() && found.size() < MOST) {
      Node node = left.remove();
      visit(node);
      add(reach.link(node), node, left);
    }
  }

  private void add(Linked link, @Nullable Node user, Deque<Node> left) {
    for (Linked.Use use : link.uses()) {
      Node node = use.node();
      boolean isCode = node.kind() != Node.Kind.INITIALISER && node.kind() != Node.Kind.SHAPE;
      if (use.isMain() && isCode && !from.containsKey(node)) {
        from.put(node, user == null ? node : user);
        left.add(node);
      }
    }
  }

  private void visit(Node node) {
    ClassInfo owner = program.find(node.owner());
    Form form = program.form(node);
    if (form == null || owner == null) {
      return;
    }
    Integer access = owner.header().access(node.member());
    if (access != null && (access & Opcodes.ACC_NATIVE) != 0) {
      Node caller = from.get(node);
      report(Sites.NATIVE, KeyTrees.name(program, node), caller == node ? null : caller);
    }
    Hole before = null;
    for (Hole hole : form.holes()) {
      if (hole.isMain() && hole instanceof Hole.OfCall call) {
        outside(call.code(), before, node);
      } else if (hole.isMain() && hole instanceof Hole.OfField field) {
        field(field, node);
      }
      before = hole;
    }
  }

  private void outside(CodeRef call, @Nullable Hole before, @Nullable Node node) {
    Sites.Rule rule = Sites.of(call);
    if (rule == null) {
      return;
    }
    // services of the user's own types are all counted
    boolean known = rule.kind().equals("services")
        && before instanceof Hole.OfLiteral type
        && program.isUser(type.name());
    if (!known) {
      report(rule, Names.described(call), node);
    }
  }

  private void field(Hole.OfField field, Node node) {
    if (field.opcode() == Opcodes.GETSTATIC
        && field.owner().equals("java/lang/System")
        && field.name().equals("in")) {
      report(Sites.INPUT, "java.lang.System.in", node);
    } else if (field.opcode() == Opcodes.GETSTATIC
        && !ShellVariables.isWrapper(field.owner())
        && program.statics().isChanged(field)) {
      report(Sites.STATIC, Names.type(field.owner()) + "." + field.name(), node);
    }
  }

  private void report(Sites.Rule rule, String what, @Nullable Node node) {
    found.computeIfAbsent(
        List.of(rule.kind(), what),
        unused -> new Finding(rule.category(), rule.level(), rule.kind(), what, path(node)));
  }

  private List<String> path(@Nullable Node site) {
    LinkedList<String> path = new LinkedList<>();
    Node each = site;
    while (each != null) {
      if (each.kind() == Node.Kind.METHOD || each.kind() == Node.Kind.FIELD) {
        path.addFirst(KeyTrees.name(program, each));
      }
      Node user = from.get(each);
      each = user == each ? null : user;
    }
    // the function itself comes first, by its own name
    if (!path.isEmpty() && path.getFirst().startsWith(name + "(")) {
      path.removeFirst();
    }
    path.addFirst(name);
    return path;
  }
}
