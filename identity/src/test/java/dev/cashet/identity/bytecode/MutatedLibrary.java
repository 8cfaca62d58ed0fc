package dev.cashet.identity.bytecode;

import dev.cashet.identity.Precision;
import dev.cashet.model.Digest;
import dev.cashet.model.FunctionName;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;

/** A real library's classes as user code, any of which can be replaced by a mutated one. */
final class MutatedLibrary {
  private final Map<String, UserClass> classes = new TreeMap<>();
  private final ClassLoader loader;
  private final List<Node> methods = new ArrayList<>();
  private final Program original;

  MutatedLibrary(Path jar) throws IOException {
    loader =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    ClassPlaces.eachInJar(jar, "", (name, bytes) -> classes.put(name, UserClass.of(bytes)));
    original = new Program(loader, classes);
    classes.forEach((name, each) -> ClassHeader.of(each.bytes())
        .methods()
        .forEach((selector, access) -> {
          if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0) {
            methods.add(new Node(Node.Kind.METHOD, name, selector));
          }
        }));
  }

  /** Public static methods, chosen by chance. */
  List<Node> roots(int count, Random random) {
    List<Node> candidates = new ArrayList<>();
    for (Node method : methods) {
      ClassHeader type = header(method);
      int access = access(method);
      int wanted = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
      if ((access & wanted) == wanted
          && (access & Opcodes.ACC_SYNTHETIC) == 0
          && (type.access() & Opcodes.ACC_PUBLIC) != 0) {
        candidates.add(method);
      }
    }
    java.util.Collections.shuffle(candidates, random);
    return candidates.subList(0, Math.min(count, candidates.size()));
  }

  private ClassHeader header(Node method) {
    return ClassHeader.of(classes.get(method.owner()).bytes());
  }

  private int access(Node method) {
    return header(method).methods().get(method.member());
  }

  /** A method with code, chosen by chance. */
  Node anyMethod(Random random) {
    return methods.get(random.nextInt(methods.size()));
  }

  byte[] bytes(String owner) {
    return classes.get(owner).bytes();
  }

  /** What the function reaches. */
  Reach reach(Node root) {
    return reach(original, root);
  }

  /** The function's identity when one class is replaced. */
  Digest identity(Node root, Mutation mutation) {
    Map<String, UserClass> changed = new HashMap<>(classes);
    changed.put(mutation.owner(), UserClass.of(mutation.bytes()));
    return reach(new Program(loader, changed), root).hash();
  }

  private Reach reach(Program program, Node root) {
    int descriptor = root.member().indexOf('(');
    CodeRef code = new CodeRef(
        Opcodes.H_INVOKESTATIC,
        root.owner(),
        root.member().substring(0, descriptor),
        root.member().substring(descriptor));
    FunctionSite site = new FunctionSite(
        code, new FunctionName(code.name(), code.owner()), loader, Adaptation.NONE, code.owner());
    Precision precision = Precision.EVERY_CLASS;
    Linked link = RootLink.of(program, new CodeTarget(site, List.of(), 0), precision);
    return Reach.of(program, link, List.of(), precision);
  }

  /** The methods with code among what is reached. */
  static Set<Node> methods(Reach reach) {
    Set<Node> found = new LinkedHashSet<>();
    for (int i = 2; i < reach.size(); i++) {
      if (reach.node(i).kind() == Node.Kind.METHOD) {
        found.add(reach.node(i));
      }
    }
    return found;
  }

  /** Classes of which an initialiser is reached: their initialisers are inside in part. */
  static Set<String> initialised(Reach reach) {
    Set<String> found = new LinkedHashSet<>();
    for (int i = 2; i < reach.size(); i++) {
      found.add(reach.node(i).owner());
    }
    return found;
  }
}
