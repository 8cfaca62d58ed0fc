package app;

import java.util.*;
import java.util.function.*;

/** Classes inside classes. */
public class Main {
  private int secret = 5;
  private static int shared = 6;

  public static Object outerAccess() {
    Main m = new Main();
    return m.new Inside().reveal();
  }

  public static Object deepOuterAccess() {
    return new Main().new Inside().new Deeper().reveal();
  }

  public static Object privateStatic() {
    return Nested.shared();
  }

  public static Object sameNameInTwoMethods() {
    return first() + "" + second();
  }

  public static Object twoAnonymous() {
    Supplier<String> a =
        new Supplier<>() {
          public String get() {
            return "a";
          }
        };
    Supplier<String> b =
        new Supplier<>() {
          public String get() {
            return "b";
          }
        };
    return a.get() + b.get();
  }

  public static Object anonymousInInitialiser() {
    return Nested.TABLE.get(0).get();
  }

  public static Object anonymousSubclass() {
    return new ArrayList<Integer>(List.of(1, 2)) {
      @Override
      public int size() {
        return super.size() + 10;
      }
    }.size();
  }

  public static Object localRecord() {
    record Pair(int a, int b) {
      int sum() {
        return a + b;
      }
    }
    return new Pair(1, 2) + "" + new Pair(3, 4).sum();
  }

  public static Object localEnum() {
    enum Sign {
      PLUS,
      MINUS
    }
    return Sign.values()[1].name();
  }

  public static Object localInterface() {
    interface Greeter {
      default String greet() {
        return "hi " + name();
      }

      String name();
    }
    Greeter g = () -> "you";
    return g.greet();
  }

  public static Object capturedByLocal() {
    int a = new int[] {3}.length;
    int b = new int[] {3, 4}.length;
    class Both {
      int join() {
        return a * 10 + b;
      }
    }
    return new Both().join();
  }

  public static Object localCapturingLocal() {
    int base = new int[2].length;
    class One {
      int v() {
        return base + 1;
      }
    }
    class Two {
      int v() {
        return new One().v() * 3;
      }
    }
    return new Two().v();
  }

  public static Object shadowed() {
    return new Shadow().go(7);
  }

  public static Object privateConstructor() {
    return new Private().n;
  }

  public static Object className() {
    return Nested.class.getSimpleName() + Object[].class.getSimpleName() + int.class;
  }

  static int first() {
    class Thing {
      int v() {
        return 1;
      }
    }
    return new Thing().v();
  }

  static int second() {
    class Thing {
      int v() {
        return 2;
      }
    }
    return new Thing().v();
  }

  class Inside {
    int own = 1;

    int reveal() {
      secret += own;
      return secret * 2;
    }

    class Deeper {
      int reveal() {
        return secret * 100 + own + Inside.this.reveal();
      }
    }
  }

  static class Nested {
    static final List<Supplier<Integer>> TABLE = new ArrayList<>();

    static {
      TABLE.add(
          new Supplier<>() {
            public Integer get() {
              return 77;
            }
          });
    }

    static int shared() {
      shared += 2;
      return shared;
    }
  }

  static class Shadow {
    int x = 1;

    int go(int x) {
      return x * 10 + this.x;
    }
  }

  private static class Private {
    private int n = 9;

    private Private() {}
  }
}
