package app;

import java.util.*;

/** What runs before the function does. */
public class Main {
  public static Object order() {
    return Ordered.FIRST + "," + Ordered.SECOND;
  }

  public static Object superInit() {
    return Sub.VALUE + Journal.text();
  }

  public static Object block() {
    return Blocked.sum;
  }

  public static Object counter() {
    int[] seen = {Counter.next(), Counter.next()};
    return seen[1] - seen[0] + "," + Counter.STEP;
  }

  public static Object interfaceConstant() {
    return new UsesConstant().get();
  }

  public static Object interfaceInitialisedByDefault() {
    return new WithDefault().tell();
  }

  public static Object enumInit() {
    return Level.of(2).name() + Level.HIGH.weight;
  }

  public static Object lazyHolder() {
    return Holder.instance().value;
  }

  public static Object triggered() {
    Trigger.touch();
    return Target.state;
  }

  public static Object fieldOrder() {
    return new Fields().c;
  }

  public static Object instanceBlock() {
    return new WithBlock().n;
  }

  public static Object constructorChain() {
    return new Chain().n + "," + new Chain(5).n;
  }

  public static Object virtualInConstructor() {
    return new Late().seen;
  }

  public static Object chained() {
    return LinkA.V;
  }

  public static Object conditional() {
    return Cond.V;
  }

  public static Object sameValue() {
    return Cached.ONE.equals(Cached.TWO) + "" + Cached.ONE.length();
  }

  public static Object assertion() {
    return Checked.half(8);
  }

  public static Object circular() {
    return Egg.N + "," + Hen.N;
  }
}
