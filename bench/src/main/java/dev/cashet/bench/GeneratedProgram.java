package dev.cashet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A program of many classes of its own, written out and compiled. Its task reaches a fifth of them: kinds of an interface,
 * records, enums with bodies, lambdas, static tables and string switches, as programs have them.
 *
 * @param classes how many, anonymous ones included
 * @param methods how many each of them has, about
 */
record GeneratedProgram(int classes, int methods) {
  private static final int REACHED = 5;

  /** Compiles the program into {@code folder/classes}; {@code edited} changes a helper deep in the task's reach. */
  Path compile(Path folder, boolean edited) throws IOException {
    Path sources = folder.resolve("src/gen");
    Path output = folder.resolve("classes");
    Files.createDirectories(sources);
    Files.createDirectories(output);
    for (int i = 0; i < named(); i++) {
      Files.writeString(sources.resolve("C" + i + ".java"), source(i, edited));
    }
    Files.writeString(
        sources.resolve("Shape.java"), "package gen; interface Shape { int area(int x); }");
    Files.writeString(sources.resolve("Main.java"), main());
    JavaCompiler tool = ToolProvider.getSystemJavaCompiler();
    List<String> arguments = new ArrayList<>(List.of("-g", "-nowarn", "-d", output.toString()));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    try (Stream<Path> files = Files.list(sources)) {
      files.sorted().map(Path::toString).forEach(arguments::add);
    }
    if (tool.run(null, null, null, arguments.toArray(new String[0])) != 0) {
      throw new IllegalStateException("the generated program does not compile: " + sources);
    }
    return output;
  }

  /** Every class has about one anonymous class in it. */
  private int named() {
    return classes / 2;
  }

  private String source(int i, boolean edited) {
    StringBuilder out =
        new StringBuilder("package gen;\nimport java.util.*;\nimport java.util.function.*;\n");
    boolean shape = i % REACHED == 0 && i % 3 == 0;
    out.append("final class C")
        .append(i)
        .append(shape ? " implements Shape" : "")
        .append(" {\n");
    out.append("  static final Map<String, Integer> TABLE = Map.of(\"a\", " + i + ", \"b\", 2);\n");
    out.append("  private final int seed;\n  C" + i + "(int seed) { this.seed = seed; }\n");
    out.append("  public int area(int x) { return seed * x + TABLE.get(\"a\"); }\n");
    for (int m = 0; m < methods; m++) {
      out.append(method(i, m, edited));
    }
    return out.append("}\n").toString();
  }

  private String method(int i, int m, boolean edited) {
    int next = i + REACHED;
    String call = m == 0 && next < named() ? "C" + next + ".m0(x + 1)" : "x";
    int constant = edited && i == REACHED && m == 1 ? 1000 : m + 1;
    String own = m + 1 < methods ? "m" + (m + 1) + "(x)" : "x";
    return switch (m % 4) {
      case 0 ->
        "  static int m" + m + "(int x) {\n    int s = " + call + " + " + own + ";\n"
            + "    for (int k = 0; k < " + (m + 2)
            + "; k++) { s += k * x % 7; }\n    return s;\n  }\n";
      case 1 ->
        "  static int m" + m + "(int x) {\n    List<Integer> all = new ArrayList<>(List.of(x, "
            + constant + "));\n    all.sort((a, b) -> b - a);\n    return all.get(0) + " + own
            + ";\n  }\n";
      case 2 ->
        "  static int m" + m + "(int x) {\n    String t = \"v\" + x % 3 + \"-\" + " + m + ";\n"
            + "    switch (t) { case \"v0-2\": return " + own
            + "; case \"v1-2\": return 2; default: return t.length(); }\n  }\n";
      default ->
        "  static int m" + m + "(int x) {\n    IntUnaryOperator kind = new IntUnaryOperator() {\n"
            + "      public int applyAsInt(int y) { return y + x; }\n    };\n    return kind.applyAsInt("
            + m + ") + " + own + ";\n  }\n";
    };
  }

  private static String main() {
    return String.join(
        "\n",
        "package gen;",
        "import dev.cashet.Cashet;",
        "import java.nio.file.Path;",
        "public final class Main {",
        "  static int task(int x) {",
        "    Shape shape = new C0(x);",
        "    return C0.m0(x) + shape.area(3);",
        "  }",
        "  static String cpu() throws Exception {",
        "    Path times = Path.of(\"/proc/thread-self/schedstat\");",
        "    return java.nio.file.Files.exists(times)",
        "        ? java.nio.file.Files.readString(times).split(\" \")[0] : \"0\";",
        "  }",
        "  public static void main(String[] arguments) throws Exception {",
        "    long started = System.nanoTime();",
        "    long opened = started;",
        "    int result;",
        "    if (arguments.length == 0) {",
        "      result = task(7);",
        "    } else {",
        "      try (Cashet cashet = Cashet.open(Path.of(arguments[0]))) {",
        "        opened = System.nanoTime();",
        "        result = cashet.submit(() -> task(7)).load();",
        "      }",
        "    }",
        "    long ended = System.nanoTime();",
        "    System.out.println((opened - started) + \" \" + (ended - opened) + \" \" + cpu() + \" \" + result);",
        "  }",
        "}");
  }
}
