package app;

import dev.cashet.identity.corpus.Case;
import dev.cashet.identity.corpus.Fn1;
import java.io.Serializable;
import java.util.*;
import java.util.function.*;

/** Which body does a call run? */
public class Main {
  public static Object diamond() {
    return new Both().hello() + new Both().left() + new OnlyLeft().hello();
  }

  public static Object superCalls() {
    return new Grand().name() + ":" + new Parent().name();
  }

  public static Object templates() {
    Template t = new Sum();
    return t.run(4) + "," + ((Template) new Product()).run(4);
  }

  public static Object bridges() {
    Sorter<String> s = new ByLength();
    return s.rank("abc") + new Text().compareTo(new Text());
  }

  public static Object inheritedField() {
    return new Derived().read() + new Derived().base + ((Root) new Derived()).base;
  }

  public static Object callbacks() {
    TreeSet<Key> keys = new TreeSet<>(List.of(new Key(1), new Key(2), new Key(3)));
    Set<Key> hashed = new HashSet<>(List.of(new Key(1), new Key(3)));
    return keys.first() + "" + keys.last() + hashed.size();
  }

  public static Object iterated() {
    int sum = 0;
    for (int i : new Countdown(3)) {
      sum = sum * 10 + i;
    }
    return sum;
  }

  public static Object resources() throws Exception {
    StringBuilder log = new StringBuilder();
    try (Res r = new Res(log)) {
      log.append("body");
    }
    return log.toString();
  }

  public static Object threads() throws Exception {
    Worker w = new Worker();
    w.start();
    w.join();
    return w.result;
  }

  public static Object defaultOnlyForLambda() {
    Scale s = x -> x + 1;
    return s.twice(5) + s.andThenTen(5);
  }

  public static Object staticInterface() {
    return Scale.unit().at(3) + Hidden.value(2);
  }

  public static Object reflected() throws Exception {
    return ((Supplier<?>) Made.class.getDeclaredConstructor().newInstance()).get();
  }

  public static Object registered() {
    return Registry.MAP.get("plus").applyAsInt(5);
  }

  public static Case argumentClass() {
    return Case.of((Fn1<Animal, Object>) Main::speak, new Dog());
  }

  public static Case argumentInList() {
    return Case.of((Fn1<List<Animal>, Object>) Main::speakAll, List.of(new Cat()));
  }

  public static Case argumentForeignInterface() {
    return Case.of((Fn1<Comparator<String>, Object>) Main::smallest, new Backwards());
  }

  public static Case comparedLambda() {
    Comparator<String> c = (Comparator<String> & Serializable) (a, b) -> b.compareTo(a);
    return Case.of((Fn1<Comparator<String>, Object>) Main::smallest, c);
  }

  public static Object serialised() throws Exception {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    new java.io.ObjectOutputStream(out).writeObject(new Kept(4));
    return ((Kept)
            new java.io.ObjectInputStream(new java.io.ByteArrayInputStream(out.toByteArray()))
                .readObject())
        .value;
  }

  static Object speak(Animal a) {
    return a.voice() + "!";
  }

  static Object speakAll(List<Animal> all) {
    return all.get(0).voice() + "?";
  }

  static Object smallest(Comparator<String> order) {
    List<String> words = new ArrayList<>(List.of("b", "c", "a"));
    words.sort(order);
    return words.get(0);
  }
}
