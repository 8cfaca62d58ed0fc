package app;

import java.lang.annotation.*;
import java.util.*;
import java.util.function.*;

class Closed {
  private int v() {
    return 1;
  }

  int call() {
    return v();
  }
}

class Open extends Closed {
  int v() {
    return 2;
  }
}

interface Greets {
  default String hello() {
    return "default";
  }
}

class Neutral {
  public String idle() {
    return "idle";
  }
}

class Polite extends Neutral implements Greets {}

class UpperBound {
  static final Integer LIMIT = 10;
}

class LowerBound extends UpperBound {}

class Sheep implements Cloneable, Marked {
  int legs;

  Sheep(int legs) {
    this.legs = legs;
  }

  @Override
  protected Object clone() {
    try {
      Sheep s = (Sheep) super.clone();
      s.legs += 1;
      return s;
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }

  Sheep copy() {
    return (Sheep) clone();
  }
}

interface Marked {}

class Doubled extends AbstractList<Integer> {
  private final List<Integer> of;

  Doubled(List<Integer> of) {
    this.of = of;
  }

  @Override
  public Integer get(int i) {
    return of.get(i) * 2;
  }

  @Override
  public int size() {
    return of.size();
  }
}

class Local extends ThreadLocal<Integer> {
  @Override
  protected Integer initialValue() {
    return 8;
  }
}

class Failed extends IllegalStateException {
  Failed(String what) {
    super(what);
  }
}

@Retention(RetentionPolicy.RUNTIME)
@interface Note {
  String value();
}

class Noted {
  @Note("field")
  int x;
}

class Annotated {
  @Note("method")
  void m() {}
}

enum Suit {
  HEARTS,
  SPADES
}

interface Functions {
  IntUnaryOperator PLUS = x -> x + 1;
}

interface Job extends Runnable {
  void go();

  @Override
  default void run() {
    go();
    go();
  }
}

record Version(int major, int minor) implements Comparable<Version> {
  @Override
  public int compareTo(Version o) {
    return major != o.major ? major - o.major : minor - o.minor;
  }

  int weight() {
    return major * 100 + minor;
  }
}

class State {
  static int now = 1;
}

class Initialised {
  static {
    State.now = 2;
  }
}

class Holder {
  static IntUnaryOperator step = x -> x;
}

class Ancestor {
  static int twice(int x) {
    return x * 2;
  }
}

class Child extends Ancestor {}

interface Talker {
  default String talk() {
    return "talk ";
  }
}

interface LoudTalker extends Talker {
  @Override
  default String talk() {
    return "TALK ";
  }
}

class Speaker implements Talker {}

class Loudspeaker extends Speaker implements LoudTalker {}
