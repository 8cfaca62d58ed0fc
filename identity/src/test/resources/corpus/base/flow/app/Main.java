package app;

import java.io.IOException;
import java.util.*;

/** Jumps, exceptions and locks. */
public class Main {
  private static final Object LOCK = new Object();

  public static Object finallyOrder() {
    StringBuilder log = new StringBuilder();
    try {
      log.append("try,");
      fail(1);
    } catch (IllegalStateException e) {
      log.append("catch,");
    } finally {
      log.append("finally");
    }
    return log.toString();
  }

  @SuppressWarnings("finally")
  public static Object finallyReturns() {
    try {
      return 1;
    } finally {
      return 2;
    }
  }

  public static Object handlersInOrder() {
    try {
      fail(2);
      return "none";
    } catch (IllegalArgumentException e) {
      return "argument";
    } catch (RuntimeException e) {
      return "runtime";
    }
  }

  public static Object multiCatch() {
    try {
      check(1);
      return "none";
    } catch (IOException | IllegalStateException e) {
      return e.getMessage();
    }
  }

  public static Object tryRange() {
    int n = 0;
    try {
      n = 1;
      fail(0);
      n = 2;
      fail(1);
      n = 3;
    } catch (RuntimeException e) {
      n += 10;
    }
    return n;
  }

  public static Object labelled() {
    int n = 0;
    outer:
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        if (j == 3) {
          continue outer;
        }
        if (i == 3) {
          break outer;
        }
        n += 1;
      }
    }
    return n;
  }

  public static Object ternaries() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      out.append(i < 1 ? "a" : i < 2 ? "b" : i == 3 ? "c" : "d");
    }
    return out.toString();
  }

  public static Object shortCircuit() {
    int[] calls = new int[2];
    boolean r = touch(calls, 0, false) && touch(calls, 1, true);
    return r + "" + calls[0] + calls[1];
  }

  public static Object locked() {
    synchronized (LOCK) {
      return 5;
    }
  }

  public static Object guarded() {
    return 5 + new Shared().zero;
  }

  public static Object loops() {
    int n = 0;
    int i = 10;
    while (i > 0) {
      n += i;
      i -= 3;
    }
    do {
      n *= 2;
    } while (n < 100);
    return n;
  }

  public static Object evaluationOrder() {
    int[] a = {0, 0, 0};
    int i = 0;
    a[i++] = i++;
    return Arrays.toString(a) + i;
  }

  public static Object increments() {
    int i = 5;
    int j = i++ + ++i;
    return j * 100 + i;
  }

  public static Object thrown() {
    throw new Trouble("bad", 3);
  }

  public static Object suppressed() {
    try (Closing a = new Closing("a");
        Closing b = new Closing("b")) {
      throw new IllegalStateException("body");
    } catch (Exception e) {
      return e.getMessage() + e.getSuppressed()[0].getMessage() + e.getSuppressed()[1].getMessage();
    }
  }

  public static Object denseSwitch() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      switch (i) {
        case 1:
          out.append("one");
        case 2:
          out.append("two");
          break;
        case 4:
          out.append("four");
          break;
        default:
          out.append("-");
      }
    }
    return out.toString();
  }

  public static Object sparseSwitch() {
    int n = 0;
    for (int i : new int[] {1, 1000, 1000000, -5}) {
      n = n * 10
          + switch (i) {
            case 1 -> 1;
            case 1000 -> 2;
            case 1000000 -> 3;
            default -> 4;
          };
    }
    return n;
  }

  static void fail(int how) {
    if (how == 1) {
      throw new IllegalStateException("one");
    }
    if (how == 2) {
      throw new IllegalArgumentException("two");
    }
  }

  static void check(int how) throws IOException {
    if (how == 1) {
      throw new IOException("io");
    }
  }

  static boolean touch(int[] calls, int at, boolean result) {
    calls[at]++;
    return result;
  }
}

class Shared implements java.io.Serializable {
  volatile int zero;
}

class Trouble extends RuntimeException {
  Trouble(String what, int code) {
    super(what + ":" + code);
  }
}

class Closing implements AutoCloseable {
  final String name;

  Closing(String name) {
    this.name = name;
  }

  public void close() {
    throw new IllegalArgumentException(name);
  }
}
