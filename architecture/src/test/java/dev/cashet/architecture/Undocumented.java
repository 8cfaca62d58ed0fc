package dev.cashet.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Finds what other modules can see of a source file and has no doc comment. Overriding methods inherit theirs; a
 * record's components are told by {@code @param} of the record.
 */
final class Undocumented extends TreePathScanner<Void, Void> {
  private static final Set<Tree.Kind> IMPLICITLY_PUBLIC =
      Set.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE);

  private final JavaSource source;
  private final List<String> found = new ArrayList<>();

  private Undocumented(JavaSource source) {
    this.source = source;
  }

  static List<String> in(JavaSource source) {
    Undocumented scanner = new Undocumented(source);
    scanner.scan(source.unit(), null);
    return scanner.found;
  }

  @Override
  public Void visitClass(ClassTree type, Void nothing) {
    if (!isVisible(type.getModifiers())) {
      return null;
    }
    String comment = require(type.getKind() + " " + type.getSimpleName());
    for (VariableTree component : JavaSource.components(type)) {
      if (!comment.contains("@param " + component.getName() + " ")) {
        found.add(
            source.name() + ": component " + component.getName() + " of " + type.getSimpleName());
      }
    }
    return super.visitClass(type, nothing);
  }

  @Override
  public Void visitMethod(MethodTree method, Void nothing) {
    boolean overrides = method.getModifiers().getAnnotations().stream()
        .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
    // The parser adds a constructor where the source has none; it has no place in the file.
    boolean written = source.docs().getSourcePositions().getEndPosition(source.unit(), method) >= 0;
    if (written && !overrides && isVisible(method.getModifiers())) {
      require(method.getName() + "(…)");
    }
    return null;
  }

  @Override
  public Void visitVariable(VariableTree field, Void nothing) {
    if (isVisible(field.getModifiers()) && !isComponent(field)) {
      require("field " + field.getName());
    }
    return null;
  }

  private boolean isComponent(VariableTree field) {
    return getCurrentPath().getParentPath().getLeaf() instanceof ClassTree owner
        && JavaSource.components(owner).contains(field);
  }

  private boolean isVisible(ModifiersTree modifiers) {
    TreePath parent = getCurrentPath().getParentPath();
    boolean inInterface =
        parent.getLeaf() instanceof ClassTree owner && IMPLICITLY_PUBLIC.contains(owner.getKind());
    Set<Modifier> flags = modifiers.getFlags();
    return inInterface && !flags.contains(Modifier.PRIVATE)
        || flags.contains(Modifier.PUBLIC)
        || flags.contains(Modifier.PROTECTED);
  }

  private String require(String what) {
    String comment = source.docs().getDocComment(getCurrentPath());
    if (comment == null || comment.isBlank()) {
      long position = source
          .docs()
          .getSourcePositions()
          .getStartPosition(source.unit(), getCurrentPath().getLeaf());
      long line = source.unit().getLineMap().getLineNumber(position);
      found.add(source.name() + ":" + line + ": " + what);
      return "";
    }
    return comment + " ";
  }
}
