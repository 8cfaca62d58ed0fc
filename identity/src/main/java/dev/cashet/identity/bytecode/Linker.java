package dev.cashet.identity.bytecode;

import dev.cashet.identity.bytecode.ClassInfo.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** Says what each kind of node uses (docs/format/identity.md, "Reach"). */
final class Linker {
  private final Hierarchy hierarchy;
  private final LinkWriter out;

  private Linker(Program program, ClassInfo self, boolean inside) {
    this.hierarchy = program.hierarchy();
    this.out = new LinkWriter(program, self, inside);
  }

  static Linked link(Program program, Node node) {
    ClassInfo self = program.find(node.owner());
    if (self == null) {
      throw new IllegalStateException("no class for " + node);
    }
    boolean inside = switch (node.kind()) {
      case METHOD, FIELD, INITIALISER -> true;
      default -> false;
    };
    return new Linker(program, self, inside).link(node, self);
  }

  private Linked link(Node node, ClassInfo self) {
    out.label().text(node.kind().name());
    switch (node.kind()) {
      case METHOD -> form(self.form().method(node.member()));
      case FIELD -> form(self.form().field(node.member()));
      case SHAPE -> shape(self);
      case INSTANCE -> instance(self);
      case INITIALISER -> initialiser(self);
      case CALL -> call(self, node.member());
      case SUBTYPES -> subtypes(self);
      case WHOLE -> whole(self);
    }
    return out.toLinked();
  }

  private void form(@Nullable Form form) {
    if (form != null) {
      out.form(form);
    }
  }

  private void shape(ClassInfo self) {
    out.form(self.form().shape());
    ClassInfo above = hierarchy.superOf(self);
    if (above != null && above.isUser()) {
      out.use(Node.of(Node.Kind.SHAPE, above));
    }
    for (ClassInfo each : hierarchy.interfacesOf(self)) {
      if (each.isUser()) {
        out.use(Node.of(Node.Kind.SHAPE, each));
      }
    }
  }

  private void instance(ClassInfo self) {
    out.use(Node.of(Node.Kind.SHAPE, self));
    if (self.header().isInterface()) {
      // a lambda: its class is the platform's and initialises interfaces only
      initialiseInterfaces(self);
    } else {
      out.initialise(self);
    }
    // error paths, printing and comparing are not what a function is for: not searched for findings
    hierarchy.callbacks(self).forEach(each -> out.use(Node.method(each), isMainCallback(each)));
    if (self.hasGeneratedName()) {
      int other = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_ABSTRACT;
      List<String> selectors = new ArrayList<>();
      self.header().methods().forEach((selector, access) -> {
        if ((access & other) == 0 && !selector.startsWith("<")) {
          selectors.add(selector);
        }
      });
      selectors.stream()
          .sorted()
          .forEach(each -> out.use(new Node(Node.Kind.METHOD, self.name(), each), false));
    }
  }

  private static boolean isMainCallback(Selection method) {
    String selector = method.selector();
    return !(selector.startsWith("toString(")
        || selector.startsWith("hashCode(")
        || selector.startsWith("equals(")
        || selector.startsWith("compareTo(")
        || selector.startsWith("close(")
        || selector.startsWith("readObject")
        || selector.startsWith("writeObject")
        || selector.startsWith("readResolve")
        || selector.startsWith("writeReplace"));
  }

  private void initialiser(ClassInfo self) {
    if (self.header().access("<clinit>()V") != null) {
      form(self.form().initialiser());
    }
    ClassInfo above = hierarchy.superOf(self);
    if (above != null && !self.header().isInterface()) {
      out.initialiseFirst(above);
    }
    if (!self.header().isInterface()) {
      initialiseInterfaces(self);
    }
  }

  /** JVMS 5.5: initialising a class initialises its interfaces that declare default methods. */
  private void initialiseInterfaces(ClassInfo type) {
    for (ClassInfo each : hierarchy.withSupertypes(type)) {
      if (each.isUser() && each.header().isInterface() && hasDefaults(each)) {
        out.initialiseFirst(each);
      }
    }
  }

  static boolean hasDefaults(ClassInfo type) {
    int other = Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC;
    return type.header().methods().values().stream().anyMatch(access -> (access & other) == 0);
  }

  /** Class hierarchy analysis: every object of the user's that can be the receiver may exist. */
  private void call(ClassInfo self, String selector) {
    target(hierarchy.resolve(self, selector));
    for (ClassInfo each : hierarchy.withSubtypes(self)) {
      Selection method = hierarchy.dispatch(each, selector);
      if (target(method) && each.header().isConcrete()) {
        out.use(Node.of(Node.Kind.INSTANCE, each));
      }
    }
  }

  private boolean target(@Nullable Selection method) {
    if (method != null && isRun(method)) {
      out.use(Node.method(method));
      return true;
    }
    return false;
  }

  /** Whether a call can run the method, and it is the user's. */
  static boolean isRun(Selection method) {
    return method.owner().isUser() && !method.is(Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC);
  }

  private void subtypes(ClassInfo self) {
    for (ClassInfo each : hierarchy.withSubtypes(self)) {
      if (each.header().isConcrete()) {
        out.use(Node.of(Node.Kind.INSTANCE, each));
      }
    }
  }

  private void whole(ClassInfo self) {
    out.use(Node.of(self.header().isConcrete() ? Node.Kind.INSTANCE : Node.Kind.SHAPE, self));
    out.use(Node.of(Node.Kind.SUBTYPES, self));
    if (self.header().access("<clinit>()V") != null) {
      out.use(Node.of(Node.Kind.INITIALISER, self));
    }
    for (Map.Entry<String, Integer> each : self.header().methods().entrySet()) {
      if (!each.getKey().equals("<clinit>()V")) {
        out.use(new Node(Node.Kind.METHOD, self.name(), each.getKey()));
      }
    }
    for (String each : self.form().fieldNames()) {
      out.use(new Node(Node.Kind.FIELD, self.name(), each));
    }
  }
}
