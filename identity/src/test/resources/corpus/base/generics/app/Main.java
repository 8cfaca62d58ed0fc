package app;

import java.util.*;
import java.util.function.*;

/** Overloads, erasure, varargs and bridges. */
@SuppressWarnings({"rawtypes", "unchecked"})
public class Main {
  public static Object overloads() {
    return pick((Object) "s") + pick("s") + pick(1) + pick(1L) + pick('c');
  }

  public static Object erasedOverloads() {
    return sized(new ArrayList<>(List.of(1))) + sized(new LinkedList<>(List.of(1)));
  }

  public static Object varargs() {
    return join() + join("a") + join("a", "b") + join(new String[] {"x", "y", "z"});
  }

  public static Object varargsOrFixed() {
    return one(1) + one(1, 2);
  }

  public static Object charVarargs() {
    return codes('a', 'b') + ints('a', 'b');
  }

  public static Object bounded() {
    return biggest(List.of(3, 9, 4));
  }

  public static Object genericBox() {
    Box<String> b = new Box<>("in");
    return b.map(s -> s + "!").get() + b.get().length();
  }

  public static Object bridged() {
    Processor<String> p = new Upper();
    return p.process("abc") + ((Processor) new Upper()).process("d");
  }

  public static Object covariant() {
    Maker m = new TextMaker();
    return m.make() + "" + new TextMaker().make().length();
  }

  public static Object wildcard() {
    return total(List.of(1, 2.5, 3L));
  }

  public static Object heapPollution() {
    List<String> l = new ArrayList<>();
    ((List) l).add(7);
    try {
      String s = l.get(0);
      return s;
    } catch (ClassCastException e) {
      return "polluted";
    }
  }

  public static Object selfTyped() {
    return new Builder().name("n").size(3).text();
  }

  public static Object staticHiding() {
    return Upper.kind() + Base.kind();
  }

  public static Object genericMethodReference() {
    Function<List<Integer>, Integer> f = Main::biggest;
    BiFunction<String, Integer, Character> at = String::charAt;
    return f.apply(List.of(1, 2)) + "" + at.apply("xyz", 1);
  }

  public static Object optional() {
    return Optional.of("v").map(String::length).filter(n -> n > 0).orElseGet(() -> -1);
  }

  static String pick(Object o) {
    return "object,";
  }

  static String pick(String s) {
    return "string,";
  }

  static String pick(int i) {
    return "int,";
  }

  static String pick(long l) {
    return "long,";
  }

  static int sized(List<?> l) {
    return l.size() * 10;
  }

  static int sized(ArrayList<?> l) {
    return l.size() * 100;
  }

  static String join(String... parts) {
    return parts.length + String.join("/", parts) + ";";
  }

  static String one(int a) {
    return "fixed";
  }

  static String one(int... a) {
    return "variable";
  }

  static String codes(Object... all) {
    return Arrays.toString(all);
  }

  static String ints(int... all) {
    return Arrays.toString(all);
  }

  static <T extends Comparable<T>> T biggest(List<T> all) {
    T best = all.get(0);
    for (T t : all) {
      if (t.compareTo(best) > 0) {
        best = t;
      }
    }
    return best;
  }

  static double total(Collection<? extends Number> all) {
    double sum = 0;
    for (Number n : all) {
      sum += n.doubleValue();
    }
    return sum;
  }
}
