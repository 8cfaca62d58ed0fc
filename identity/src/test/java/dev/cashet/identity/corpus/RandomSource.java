package dev.cashet.identity.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A small random program as numbers that can be changed and printed: methods that call earlier ones and, guarded by a
 * depth, any; kinds of an interface; lambdas; switches; loops. Its entry is {@code run}, which tries several inputs.
 */
final class RandomSource {
  private static final String[] OPERATORS = {"+", "-", "*", "&", "|", "^"};
  private static final String[] COMPARISONS = {"<", ">", "<=", ">=", "==", "!="};

  /** One statement: what kind, an operator, a comparison, a constant, a callee. */
  record Statement(int kind, int operator, int comparison, int constant, int callee) {
    static final int KINDS = 9;

    static Statement of(Random random, int methods) {
      return new Statement(
          random.nextInt(KINDS),
          random.nextInt(OPERATORS.length),
          random.nextInt(COMPARISONS.length),
          random.nextInt(9) + 1,
          random.nextInt(methods));
    }

    String text(Style style, String x, String y) {
      String op = OPERATORS[operator];
      String other = "m" + callee;
      String i = style.local("i");
      String f = style.local("f");
      return switch (kind) {
        case 0 -> x + " = " + x + " " + op + " " + constant + ";";
        case 1 ->
          "if (" + x + " " + COMPARISONS[comparison] + " " + constant + ") {\n"
              + "      " + y + " = " + y + " " + op + " " + x + ";\n    } else {\n"
              + "      " + x + "++;\n    }";
        case 2 -> x + " = " + x + " " + op + " " + other + "(" + y + ", depth - 1);";
        case 3 ->
          "for (int " + i + " = 0; " + i + " < " + constant + "; " + i + "++) {\n" + "      " + y
              + " = " + y + " " + op + " (" + x + " + " + i + ");\n    }";
        case 4 ->
          "{\n      IntUnaryOperator " + f + " = v -> v " + op + " " + constant + ";\n      " + y
              + " = " + f + ".applyAsInt(" + y + ");\n    }";
        case 5 ->
          "switch (" + x + " & 3) {\n      case 0:\n        " + y + " += " + constant
              + ";\n        break;\n      case " + (operator % 3 + 1) + ":\n        " + y
              + " ^= " + callee + ";\n        break;\n      default:\n        " + x
              + " -= 2;\n    }";
        case 6 -> y + " = Kind.of(" + x + ").apply(" + y + ", " + constant + ");";
        case 7 -> y + " += (\"t" + constant + "\" + " + x + ").length();";
        default ->
          "try {\n      " + y + " = " + y + " " + op + " (" + constant + " / (" + x
              + " & 1));\n    } catch (ArithmeticException e) {\n      " + y + " -= " + callee
              + ";\n    }";
      };
    }
  }

  /** What means nothing: the order of members, names of locals, comments. */
  record Style(boolean reversed, String suffix, boolean commented) {
    static final Style PLAIN = new Style(false, "", false);

    String local(String name) {
      return name + suffix;
    }
  }

  private final List<List<Statement>> methods = new ArrayList<>();
  private final int[] kinds = new int[3];

  RandomSource(Random random) {
    int count = 4 + random.nextInt(4);
    for (int m = 0; m < count; m++) {
      List<Statement> body = new ArrayList<>();
      for (int s = 2 + random.nextInt(4); s > 0; s--) {
        body.add(Statement.of(random, count));
      }
      methods.add(body);
    }
    for (int k = 0; k < kinds.length; k++) {
      kinds[k] = random.nextInt(OPERATORS.length);
    }
  }

  private RandomSource(RandomSource other) {
    other.methods.forEach(body -> methods.add(new ArrayList<>(body)));
    System.arraycopy(other.kinds, 0, kinds, 0, kinds.length);
  }

  /** The same program with one random change. */
  RandomSource edited(Random random) {
    RandomSource copy = new RandomSource(this);
    List<Statement> body = copy.methods.get(random.nextInt(methods.size()));
    int at = random.nextInt(body.size());
    switch (random.nextInt(5)) {
      case 0 -> body.set(at, Statement.of(random, methods.size()));
      case 1 -> body.add(at, Statement.of(random, methods.size()));
      case 2 -> body.add(body.remove(at));
      case 3 -> {
        int first = random.nextInt(methods.size());
        List<Statement> moved = copy.methods.get(first);
        int second = random.nextInt(methods.size());
        copy.methods.set(first, copy.methods.get(second));
        copy.methods.set(second, moved);
      }
      default -> copy.kinds[random.nextInt(kinds.length)] = random.nextInt(OPERATORS.length);
    }
    return copy;
  }

  /** The source in a style. */
  Program program(String name, Style style) {
    List<String> members = new ArrayList<>();
    for (int m = 0; m < methods.size(); m++) {
      members.add(method(m, style));
    }
    members.add("  public static Object run() {\n    StringBuilder out = new StringBuilder();\n"
        + "    for (int n = -3; n < 8; n++) {\n      out.append(m0(n, 4)).append(',');\n"
        + "    }\n    return out.toString();\n  }\n");
    members.add(
        "  static int idle" + (style.commented() ? "1" : "0") + "() {\n    return 0;\n  }\n");
    if (style.reversed()) {
      java.util.Collections.reverse(members);
    }
    Map<String, String> sources = new TreeMap<>();
    sources.put(
        "Main.java",
        "package app;\n\nimport java.util.function.*;\n\npublic class Main {\n"
            + String.join("\n", members)
            + "}\n");
    sources.put("Kind.java", kind(style));
    return new Program(name, sources);
  }

  private String method(int number, Style style) {
    String x = style.local("x");
    String y = style.local("y");
    StringBuilder out = new StringBuilder();
    out.append("  static int m").append(number).append("(int ").append(x);
    out.append(", int depth) {\n    if (depth < 0) {\n      return ")
        .append(x)
        .append(";\n    }\n");
    out.append("    int ").append(y).append(" = ").append(number).append(";\n");
    for (Statement statement : methods.get(number)) {
      out.append(style.commented() ? "    // next\n" : "");
      out.append("    ").append(statement.text(style, x, y)).append("\n");
    }
    return out.append("    return ")
        .append(x)
        .append(" + ")
        .append(y)
        .append(";\n  }\n")
        .toString();
  }

  private String kind(Style style) {
    StringBuilder out = new StringBuilder("package app;\n\ninterface Kind {\n");
    out.append("  int apply(int a, int b);\n\n  static Kind of(int n) {\n");
    out.append("    return n < 0 ? new K0() : n < 4 ? new K1() : new K2();\n  }\n}\n");
    for (int k = 0; k < kinds.length; k++) {
      out.append("\nclass K").append(k).append(" implements Kind {\n  public int apply(int ");
      String a = style.local("a");
      String b = style.local("b");
      out.append(a)
          .append(", int ")
          .append(b)
          .append(") {\n    return ")
          .append(a)
          .append(" ");
      out.append(OPERATORS[kinds[k]]).append(" ").append(b).append(";\n  }\n}\n");
    }
    return out.toString();
  }
}
