package dev.cashet.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One source file as javac's parser sees it.
 *
 * @param unit its syntax tree
 * @param docs finds doc comments in it
 * @param lines its number of lines
 */
record JavaSource(CompilationUnitTree unit, DocTrees docs, long lines) {
  /** Parses files; nothing is resolved or compiled. */
  static List<JavaSource> parse(List<Path> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavacTask task = (JavacTask) compiler.getTask(
          null,
          manager,
          null,
          List.of("-proc:none"),
          null,
          manager.getJavaFileObjectsFromPaths(files));
      DocTrees docs = DocTrees.instance(task);
      List<JavaSource> sources = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        try (var lines = Files.lines(Path.of(unit.getSourceFile().toUri()))) {
          sources.add(new JavaSource(unit, docs, lines.count()));
        }
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return Repository.ROOT.relativize(Path.of(unit.getSourceFile().toUri())).toString();
  }

  String packageName() {
    return unit.getPackageName() == null ? "" : unit.getPackageName().toString();
  }

  /** Constructors and records with more parameters than this. */
  List<String> constructorsWithMoreThan(int limit) {
    List<String> found = new ArrayList<>();
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree type, Void nothing) {
        long components = components(type).size();
        if (type.getKind() == Tree.Kind.RECORD && components > limit) {
          found.add(name() + ": record " + type.getSimpleName() + " has " + components);
        }
        return super.visitClass(type, nothing);
      }

      @Override
      public Void visitMethod(MethodTree method, Void nothing) {
        if (method.getReturnType() == null && method.getParameters().size() > limit) {
          found.add(name() + ": a constructor has " + method.getParameters().size());
        }
        return super.visitMethod(method, nothing);
      }
    }.scan(unit, null);
    return found;
  }

  /** The number of public types, nested ones included. */
  long publicTypes() {
    List<ClassTree> found = new ArrayList<>();
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree type, Void nothing) {
        if (type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
          found.add(type);
        }
        return super.visitClass(type, nothing);
      }
    }.scan(unit, null);
    return found.size();
  }

  /** A record's components; javac's parser makes private fields of them that carry no other mark. */
  static List<VariableTree> components(ClassTree type) {
    List<VariableTree> components = new ArrayList<>();
    if (type.getKind() == Tree.Kind.RECORD) {
      for (Tree member : type.getMembers()) {
        if (member instanceof VariableTree field
            && !field.getModifiers().getFlags().contains(Modifier.STATIC)) {
          components.add(field);
        }
      }
    }
    return components;
  }
}
