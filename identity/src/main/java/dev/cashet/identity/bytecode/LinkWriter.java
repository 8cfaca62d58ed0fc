package dev.cashet.identity.bytecode;

import dev.cashet.identity.bytecode.ClassInfo.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Fills the holes of a form with what the program says, and collects what the form uses on the way. */
final class LinkWriter {
  private final Program program;
  private final ClassInfo self;
  private final boolean inside;
  private final FormWriter label = new FormWriter();
  private final List<Linked.Use> uses = new ArrayList<>();
  private final Set<String> libraries = new TreeSet<>();
  private boolean main = true;

  /**
   * Links one node.
   *
   * @param inside whether the node is code of the class, which runs only when the class is being initialised already
   */
  LinkWriter(Program program, ClassInfo self, boolean inside) {
    this.program = program;
    this.self = self;
    this.inside = inside;
  }

  FormWriter label() {
    return label;
  }

  Linked toLinked() {
    return new Linked(label.toDigest(), uses, libraries);
  }

  void use(Node node) {
    use(node, main);
  }

  void use(Node node, boolean isMain) {
    uses.add(new Linked.Use(node, isMain));
  }

  void form(Form form) {
    label.tag('F').digest(form.digest());
    for (Hole hole : form.holes()) {
      main = hole.isMain();
      fill(hole);
    }
    main = true;
    for (String each : form.mentions()) {
      library(program.find(each));
    }
  }

  void library(@Nullable ClassInfo type) {
    if (type != null && type.side() == ClassInfo.Side.LIBRARY) {
      libraries.add(type.library());
    }
  }

  private void fill(Hole hole) {
    if (hole instanceof Hole.OfClass type) {
      className(type.name());
    } else if (hole instanceof Hole.OfCall call) {
      call(call.opcode(), call.code());
    } else if (hole instanceof Hole.OfNew made) {
      created(made.owner());
    } else if (hole instanceof Hole.OfField field) {
      field(field);
    } else if (hole instanceof Hole.OfLiteral literal) {
      literal(literal.name());
    } else if (hole instanceof Hole.OfSwitch choice) {
      enumSwitch(choice);
    }
  }

  /** A class by name if people named it, by its shape if a compiler did. */
  private void className(String name) {
    ClassInfo type = program.user(name);
    if (type == null) {
      label.tag('c').text(name);
    } else if (!type.hasGeneratedName()) {
      label.tag('c').text(type.canonicalName());
    } else if (type == self) {
      label.tag('z');
    } else {
      String simple = type.header().simpleName();
      label.tag('g').text(simple == null ? "" : simple);
      use(Node.of(Node.Kind.SHAPE, type));
    }
  }

  private void type(Type type) {
    switch (type.getSort()) {
      case Type.OBJECT -> className(type.getInternalName());
      case Type.ARRAY -> {
        label.tag('[').number(type.getDimensions());
        type(type.getElementType());
      }
      default -> label.tag('p').text(type.getDescriptor());
    }
  }

  private void descriptor(String descriptor) {
    Type[] arguments = Type.getArgumentTypes(descriptor);
    label.tag('(').number(arguments.length);
    for (Type argument : arguments) {
      type(argument);
    }
    type(Type.getReturnType(descriptor));
  }

  /** A call: an edge to the one method or the set of methods it can run; by name where they are not the user's. */
  void call(int opcode, CodeRef code) {
    ClassInfo owner = program.user(code.owner());
    if (owner == null) {
      outside('X', opcode, code.owner(), code);
      return;
    }
    Selection method = hierarchyOf(opcode, owner, code);
    if (method == null || !method.owner().isUser()) {
      int kind = opcode == Opcodes.INVOKEINTERFACE ? Opcodes.INVOKEVIRTUAL : opcode;
      outside('Y', kind, method == null ? code.owner() : method.owner().name(), code);
      if (opcode == Opcodes.INVOKESTATIC) {
        initialise(owner);
      } else if (opcode != Opcodes.INVOKESPECIAL) {
        use(new Node(Node.Kind.CALL, owner.name(), code.selector()));
      }
    } else if (opcode == Opcodes.INVOKESTATIC) {
      label.tag('S').number(0);
      use(Node.method(method));
      initialise(method.owner());
    } else if (opcode == Opcodes.INVOKESPECIAL || method.is(Opcodes.ACC_PRIVATE)) {
      label.tag('S').number(1);
      use(Node.method(method));
    } else {
      label.tag('V').text(code.name());
      descriptor(code.descriptor());
      className(method.owner().name());
      use(new Node(Node.Kind.CALL, owner.name(), code.selector()));
    }
  }

  private @Nullable Selection hierarchyOf(int opcode, ClassInfo owner, CodeRef code) {
    Hierarchy hierarchy = program.hierarchy();
    boolean superCall = opcode == Opcodes.INVOKESPECIAL
        && !code.name().equals("<init>")
        && !owner.header().isInterface()
        && owner != self;
    ClassInfo above = superCall ? hierarchy.superOf(self) : null;
    // JVMS invokespecial: a superclass's method is looked up from the direct superclass on
    boolean direct = above != null && hierarchy.isSubtype(above, owner);
    return hierarchy.resolve(direct && above != null ? above : owner, code.selector());
  }

  private void outside(char tag, int opcode, String owner, CodeRef code) {
    label.tag(tag).number(opcode);
    type(Type.getObjectType(owner));
    label.text(code.name());
    descriptor(code.descriptor());
  }

  /** An object of the class is made. */
  void created(String owner) {
    ClassInfo type = program.user(owner);
    if (type != null) {
      label.tag('N');
      use(Node.of(Node.Kind.INSTANCE, type));
    }
  }

  private void field(Hole.OfField field) {
    ClassInfo named = program.find(field.owner());
    String member = field.name() + ":" + field.descriptor();
    ClassInfo owner = named == null ? null : program.hierarchy().fieldOwner(named, member);
    label.tag('f');
    if (named == null || owner == null || !owner.isUser()) {
      className(owner == null ? field.owner() : owner.name());
      label.text(field.name());
      type(Type.getType(field.descriptor()));
      return;
    }
    className(owner.name());
    label.text(fieldName(owner, field.name()));
    type(Type.getType(field.descriptor()));
    if (field.opcode() == Opcodes.GETSTATIC || field.opcode() == Opcodes.PUTSTATIC) {
      staticField(owner, member, field.opcode() == Opcodes.GETSTATIC);
    }
  }

  private void staticField(ClassInfo owner, String member, boolean isRead) {
    Integer access = owner.header().fieldAccess(member);
    if (access != null && (access & Opcodes.ACC_VOLATILE) != 0) {
      label.tag('q');
    }
    Object constant = owner.header().constant(member);
    if (constant != null) {
      label.tag('k').text(constant.getClass().getName()).text(constant.toString());
    }
    initialise(owner);
    if (isRead
        && owner.header().access("<clinit>()V") != null
        && owner.form().field(member) != null) {
      use(new Node(Node.Kind.FIELD, owner.name(), member));
    }
  }

  /** Captured variables are fields with the names of locals: they are numbered by their names' order in the file. */
  private static String fieldName(ClassInfo owner, String name) {
    return name.startsWith("val$") ? owner.header().capturedName(name) : name;
  }

  private void literal(String name) {
    ClassInfo type = program.user(name);
    if (type == null) {
      return;
    }
    label.tag('L');
    if (type.header().is(Opcodes.ACC_ANNOTATION)) {
      use(Node.of(Node.Kind.SHAPE, type));
    } else if (!type.header().isConcrete()) {
      use(Node.of(Node.Kind.SHAPE, type));
      use(Node.of(Node.Kind.SUBTYPES, type));
    } else {
      use(Node.of(Node.Kind.INSTANCE, type));
      type.header().methods().keySet().stream()
          .filter(each -> each.startsWith("<init>"))
          .sorted()
          .forEach(each -> use(new Node(Node.Kind.METHOD, type.name(), each)));
    }
  }

  private void enumSwitch(Hole.OfSwitch choice) {
    Map<Integer, String> names = names(choice);
    label.tag('w');
    TreeMap<String, Integer> cases = new TreeMap<>();
    for (int i = 0; i < choice.keys().size(); i++) {
      int key = choice.keys().get(i);
      int target = choice.targets().get(i);
      if (target != choice.otherwise()) {
        cases.put(names.getOrDefault(key, "#" + key), target);
      }
    }
    label.number(cases.size());
    cases.forEach((name, target) -> label.text(name).number(target));
    label.number(choice.otherwise());
  }

  private Map<Integer, String> names(Hole.OfSwitch choice) {
    ClassInfo owner = program.user(choice.owner());
    if (owner == null) {
      return Map.of();
    }
    if (!choice.table().isEmpty()) {
      return owner.form().switchTable(choice.table());
    }
    Map<Integer, String> names = new TreeMap<>();
    for (String each : owner.header().enumConstants()) {
      names.put(names.size(), each);
    }
    return names;
  }

  /** The class's initialiser, where it has one and where it is not running already. */
  void initialise(ClassInfo type) {
    boolean running =
        inside && !type.header().isInterface() && program.hierarchy().isSubtype(self, type);
    if (!running) {
      initialiseFirst(type);
    }
  }

  /** The same for a supertype, whose initialiser runs before the class's own. */
  void initialiseFirst(ClassInfo type) {
    if (type.isUser() && type.runsCode(this::anyRunsCode)) {
      use(Node.of(Node.Kind.INITIALISER, type));
    }
  }

  private boolean anyRunsCode(ClassInfo type) {
    for (ClassInfo each : program.hierarchy().withSupertypes(type)) {
      boolean counts = each == type || !each.header().isInterface() || Linker.hasDefaults(each);
      if (counts
          && each.isUser()
          && each.header().access("<clinit>()V") != null
          && each.form().initialiser() != null) {
        return true;
      }
    }
    return false;
  }
}
