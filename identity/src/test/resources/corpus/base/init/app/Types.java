package app;

import java.util.*;

class Journal {
  private static final StringBuilder LINES = new StringBuilder();

  static int add(String line, int v) {
    LINES.append(line);
    return v;
  }

  static String text() {
    return LINES.toString();
  }
}

class Ordered {
  static int next = 1;
  static final int FIRST = take();
  static final int SECOND = take();

  static int take() {
    return next++ * 10;
  }
}

class Sup {
  static int base = Journal.add("sup;", 1);
}

class Sub extends Sup {
  static final int VALUE = Journal.add("sub;", 2) + base;
}

class Blocked {
  static int sum;

  static {
    int local = 0;
    for (int i = 0; i < 5; i++) {
      local += i;
    }
    sum = local;
  }
}

class Counter {
  static final int STEP = Integer.valueOf(3);
  private static int n = 0;

  static int next() {
    n += STEP;
    return n;
  }
}

interface Constants {
  String NAME = String.join("-", "a", "b");
}

class UsesConstant implements Constants {
  String get() {
    return NAME + NAME.length();
  }
}

interface Defaulting {
  int LOADED = Journal.add("defaulting;", 5);

  default String tell() {
    return "tell";
  }
}

class WithDefault implements Defaulting {
  public String tell() {
    return Journal.text().contains("defaulting") + Defaulting.super.tell();
  }
}

enum Level {
  LOW(1),
  MID(5),
  HIGH(9);

  private static final Map<Integer, Level> BY_ORDINAL = new HashMap<>();

  static {
    for (Level l : values()) {
      BY_ORDINAL.put(l.ordinal(), l);
    }
  }

  final int weight;

  Level(int weight) {
    this.weight = weight;
  }

  static Level of(int ordinal) {
    return BY_ORDINAL.get(ordinal);
  }
}

class Holder {
  final int value;

  private Holder(int value) {
    this.value = value;
  }

  private static final class Lazy {
    static final Holder INSTANCE = new Holder(21 * 2);
  }

  static Holder instance() {
    return Lazy.INSTANCE;
  }
}

class Target {
  static int state = 1;
}

class Trigger {
  static {
    Target.state = 2;
  }

  static void touch() {}
}

class Fields {
  int a = 1;
  int b = a + 1;
  int c = b * 10 + a;
}

class WithBlock {
  int n = 1;

  {
    n *= 3;
  }
}

class Chain {
  final int n;

  Chain() {
    this(4);
  }

  Chain(int n) {
    this.n = n + 1;
  }
}

abstract class Early {
  final Object seen;

  Early() {
    seen = look();
  }

  abstract Object look();
}

class Late extends Early {
  String text = "set";

  Object look() {
    return "text is " + text;
  }
}

class LinkA {
  static final int V = LinkB.V + 1;
}

class LinkB {
  static final int V = LinkC.V + 1;
}

class LinkC {
  static final int V = new int[] {7}.length + 1;
}

class Cond {
  static final int V;

  static {
    if ("x".isEmpty()) {
      V = 1;
    } else {
      V = 2;
    }
  }
}

class Cached {
  static final String ONE = new String("one");
  static final String TWO = new String("two");
}

class Checked {
  static int half(int n) {
    assert n % 2 == 0 : "odd " + n;
    return n / 2;
  }
}

class Egg {
  static final int N = Hen.N + 1;
}

class Hen {
  static final int N = Egg.N + 10;
}
