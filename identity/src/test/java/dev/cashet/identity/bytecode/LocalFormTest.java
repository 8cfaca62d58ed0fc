package dev.cashet.identity.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.identity.corpus.Compiler;
import dev.cashet.identity.corpus.OtherJdk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.tools.ToolProvider;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Opcodes;

/** The sources of real libraries by several compilers: nearly every method has one canonical form. */
class LocalFormTest {
  private static final double SHARE = 0.999;
  private static final Path WORK = Path.of("target", "local-forms").toAbsolutePath();

  @ParameterizedTest
  @ValueSource(strings = {"commons-lang3-3.18.0", "commons-math3-3.6.1"})
  void form_whenCompiledAnotherWay_isTheSame(String library) throws Exception {
    String module = Compiler.module(library.substring(0, library.indexOf('3')));
    Path sources = WORK.resolve(library);
    unpack(library, sources.resolve(module));
    Optional<OtherJdk> jdk = OtherJdk.find();
    Path byOther = WORK.resolve(library + "-other");
    Optional<Process> other = Optional.empty();
    if (jdk.isPresent()) {
      List<String> job =
          List.of(sources.toString(), byOther.toString(), module, "-g", "--release", "17");
      other = Optional.of(jdk.get().start(WORK.resolve(library + ".jobs"), List.of(job)));
    } else {
      System.out.println("local forms: no second JDK found, see OtherJdk");
    }
    Path plain = compile(library, sources, module, "-g");
    Path bare = compile(library, sources, module, "-g:none");
    compare(library + " -g:none", plain.resolve(module), bare.resolve(module));
    if (other.isPresent()) {
      assertThat(other.get().waitFor()).isZero();
      String name = library + " by javac " + jdk.orElseThrow().feature();
      compare(name, plain.resolve(module), byOther.resolve(module));
    }
  }

  private static Path compile(String library, Path sources, String module, String debug)
      throws Exception {
    List<String> options = new ArrayList<>(List.of(debug));
    if (Runtime.version().feature() != 17) {
      options.addAll(List.of("--release", "17"));
    }
    Path classes = WORK.resolve(library + debug.replace(':', '-'));
    new Compiler(ToolProvider.getSystemJavaCompiler(), options)
        .compile(sources, List.of(module), classes);
    return classes;
  }

  private static void compare(String what, Path first, Path second) {
    Map<Node, Object> before = forms(first);
    Map<Node, Object> after = forms(second);
    int same = 0;
    List<String> others = new ArrayList<>();
    for (Map.Entry<Node, Object> method : before.entrySet()) {
      if (method.getValue().equals(after.get(method.getKey()))) {
        same++;
      } else if (others.size() < 20) {
        others.add(method.getKey().owner() + "." + method.getKey().member());
      }
    }
    System.out.printf("local forms: %s: %d of %d methods%n", what, same, before.size());
    others.forEach(name -> System.out.println("  other form: " + name));
    assertThat(before.size()).isGreaterThan(3000);
    assertThat(same).isGreaterThanOrEqualTo((int) (before.size() * SHARE));
    assertThat(after.size()).isCloseTo(before.size(), Percentage.withPercentage(1));
  }

  /** The form of every method that has a name of its own, with all that the program says about it. */
  private static Map<Node, Object> forms(Path classes) {
    Map<String, UserClass> found = new TreeMap<>();
    ClassPlaces.eachInDirectory(classes, (name, bytes) -> found.put(name, UserClass.of(bytes)));
    Program program = new Program(ClassLoader.getPlatformClassLoader(), found);
    Map<Node, Object> forms = new TreeMap<>(java.util.Comparator.comparing(Node::toString));
    for (UserClass each : found.values()) {
      ClassHeader type = ClassHeader.of(each.bytes());
      type.methods().forEach((selector, access) -> {
        boolean named = (access & Opcodes.ACC_SYNTHETIC) == 0 && !type.hasGeneratedName();
        if (named && (access & Opcodes.ACC_ABSTRACT) == 0 && !selector.startsWith("<cl")) {
          Node node = new Node(Node.Kind.METHOD, type.name(), selector);
          forms.put(node, program.link(node).label());
        }
      });
    }
    return forms;
  }

  private static void unpack(String library, Path folder) throws IOException {
    Path jar = Path.of("target", "libraries", library + "-sources.jar");
    Files.createDirectories(folder);
    try (JarFile file = new JarFile(jar.toFile())) {
      for (Enumeration<JarEntry> all = file.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        if (entry.getName().endsWith(".java") && !entry.getName().endsWith("-info.java")) {
          Path target = folder.resolve(entry.getName());
          Files.createDirectories(target.getParent());
          try (InputStream in = file.getInputStream(entry)) {
            Files.write(target, in.readAllBytes());
          }
        }
      }
    }
    Files.writeString(
        folder.resolve("module-info.java"),
        "module " + folder.getFileName() + " {\n  requires java.desktop;\n}\n");
  }
}
