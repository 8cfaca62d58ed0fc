package app;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.*;
import java.util.function.*;

/** Places where little in the bytecode decides much. */
public class Main {
  public static Object privateOrNot() {
    return new Open().call();
  }

  public static Object classWins() {
    return new Polite().hello();
  }

  public static Object staticFieldHiding() {
    return LowerBound.LIMIT + "," + UpperBound.LIMIT;
  }

  public static Object cloned() {
    return new Sheep(3).copy().legs;
  }

  public static Object extendsList() {
    return new Doubled(List.of(1, 2)).toString();
  }

  public static Object extendsThreadLocal() {
    return new Local().get();
  }

  public static Object caughtBySuperclass() {
    try {
      throw new Failed("x");
    } catch (IllegalStateException e) {
      return "state";
    } catch (RuntimeException e) {
      return "runtime";
    }
  }

  public static Object marked() {
    Object o = new Sheep(1);
    return o instanceof Marked ? "marked" : "plain";
  }

  public static Object assignable() {
    return Marked.class.isAssignableFrom(Failed.class) + "," + Failed.class.getSuperclass().getSimpleName();
  }

  public static Object fieldAnnotation() throws Exception {
    return Noted.class.getDeclaredFields()[0].getAnnotation(Note.class).value();
  }

  public static Object methodAnnotation() throws Exception {
    return Annotated.class.getDeclaredMethods()[0].getAnnotation(Note.class).value();
  }

  public static Object enumByLiteral() {
    return EnumSet.allOf(Suit.class).toString();
  }

  public static Object lambdaInInterfaceField() {
    return Functions.PLUS.applyAsInt(4);
  }

  public static Object defaultCalledByJdk() throws Exception {
    int[] n = {0};
    Job job = () -> n[0]++;
    Thread t = new Thread(job);
    t.start();
    t.join();
    return n[0];
  }

  public static Object comparableRecord() {
    return new TreeSet<>(List.of(new Version(1, 9), new Version(2, 1))).first();
  }

  public static Object comparing() {
    List<Version> l = new ArrayList<>(List.of(new Version(1, 9), new Version(2, 1)));
    l.sort(Comparator.comparing(Version::weight));
    return l.get(0);
  }

  public static Object decorated() {
    InvocationHandler handler = (proxy, method, args) -> "decorated " + plain();
    return ((Supplier<?>)
            Proxy.newProxyInstance(
                Main.class.getClassLoader(), new Class<?>[] {Supplier.class}, handler))
        .get();
  }

  public static Object movedHelper() {
    return helper() + State.now;
  }

  public static Object texts() {
    return "e\u0301".length() + "," + 1 / 0.0f + "\u00e9";
  }

  public static Object reassigned() {
    Holder.step = x -> x + 5;
    return Holder.step.applyAsInt(1);
  }

  public static Object inheritedStatic() {
    return Child.twice(4);
  }

  public static Object interfaceDefaultHidden() {
    Talker t = new Loudspeaker();
    return t.talk() + ((Loudspeaker) t).talk();
  }

  public static Object hookOfSort() {
    Object[] all = {new Version(3, 0), new Version(1, 1)};
    Arrays.sort(all);
    return all[0].toString();
  }

  public static Object throughObject() {
    Object o = new Version(7, 7);
    return o.equals(new Version(7, 7)) + "" + (o.hashCode() == new Version(7, 7).hashCode());
  }

  public static Object arrayOfLambdas() {
    IntUnaryOperator[] all = {x -> x + 1, x -> x * 2, x -> x - 3};
    int v = 5;
    for (IntUnaryOperator f : all) {
      v = f.applyAsInt(v);
    }
    return v;
  }

  public static Object localVariableTwice() {
    int a = Integer.parseInt("1");
    int b = Integer.parseInt("2");
    int c = a;
    a = b;
    b = c;
    return a * 10 + b;
  }

  static String plain() {
    return "plain";
  }

  static int helper() {
    return 4;
  }
}
