package app;

import java.util.*;

/** Constants, arithmetic and text. */
public class Main {
  static volatile int level = 1;

  public static Object intOrLong() {
    return List.of(7, 8L, (short) 9);
  }

  public static Object charOrInt() {
    return List.of('a', (int) 'b');
  }

  public static Object appended() {
    char c = 'x';
    return new StringBuilder().append(c).append((char) 66).toString();
  }

  public static Object notANumber() {
    double d = 0.0 / 1;
    float f = 1.5f;
    return d + "," + f;
  }

  public static Object zeros() {
    double z = 0.0;
    return z + "," + 1 / z;
  }

  public static Object floats() {
    return 1.1f * 3 + "," + 1.1 * 3 + "," + (float) 0.1;
  }

  public static Object overflow() {
    int big = Integer.parseInt("2000000000");
    return big + big;
  }

  public static Object division() {
    int a = Integer.parseInt("-7");
    return a / 2 + "," + a % 3 + "," + (a >> 1) + "," + (a >>> 28);
  }

  public static Object bits() {
    int a = Integer.parseInt("12");
    return (a & 6) + "," + (a | 6) + "," + (a ^ 6) + "," + ~a;
  }

  public static Object narrowing() {
    int a = Integer.parseInt("300");
    return (byte) a + "," + (short) (a * 300) + "," + (char) a;
  }

  public static Object compared() {
    double d = Double.parseDouble("NaN");
    return (d < 1) + "," + (d > 1) + "," + !(d >= 1);
  }

  public static Object surrogates() {
    String s = "\uD83D\uDE00x";
    return s.length() + "," + s.codePointAt(0) + "," + "\uD800".length() + (int) "\uD800".charAt(0);
  }

  public static Object escapes() {
    return "tab\tnull\0quote\"back\\end";
  }

  public static Object recipeChars() {
    String one = "\u0001";
    int n = level;
    return "a" + n + "\u0001\u0002" + one + n + "b";
  }

  public static Object textBlock() {
    return """
        first
          second \
        joined
        """;
  }

  public static Object concatenated() {
    int n = level;
    return "x" + n + 'c' + 2L + null + true + 1.5f;
  }

  public static Object longText() {
    return "0123456789".repeat(3).substring(2, 7);
  }

  public static Object arrays() {
    int[][] grid = new int[2][3];
    long[] row = {1, 2, 3};
    Object[] boxes = new String[2];
    return grid.length + grid[0].length * 10 + row.length * 100 + boxes.getClass().getName();
  }

  public static Object filled() {
    byte[] raw = {1, 2, -1};
    return Arrays.toString(raw) + raw.getClass().getSimpleName();
  }

  public static Object boxed() {
    Integer a = 127;
    Integer b = 127;
    Long c = 127L;
    return (a == b) + "," + c.equals(127L) + "," + a.equals(127);
  }

  public static Object literals() {
    return 0x10 + 0b11 + 017 + 1_000;
  }

  public static Object limits() {
    return Long.MAX_VALUE + "," + Integer.MIN_VALUE + "," + Double.MIN_VALUE + "," + Float.MAX_VALUE;
  }

  public static Object mutable() {
    level = level + 1;
    return level;
  }

  public static Object call() {
    return pick(1, 2, 3);
  }

  static String pick(int a, int b, long c) {
    return a + "-" + b + "-" + c;
  }
}
