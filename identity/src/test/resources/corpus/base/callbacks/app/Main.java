package app;

import java.io.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Code that only the JDK calls. */
public class Main {
  public static Object inherited() {
    return new TreeSet<>(List.of(new Small(2), new Small(1))).first().n;
  }

  public static Object byAccident() {
    List<String> l = new ArrayList<>(List.of("bb", "a"));
    l.sort(new Accidental());
    return l;
  }

  public static Object defaultOnObject() throws Exception {
    Counting c = new Counting();
    Thread t = new Thread(c);
    t.start();
    t.join();
    return c.n;
  }

  public static Object defaultOnReference() {
    Counting c = new Counting();
    Twice t = c::go;
    Optional.of(1).ifPresent(t);
    return c.n;
  }

  public static Object writeReplaced() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ObjectOutputStream(out).writeObject(new Replaced());
    return new ObjectInputStream(new ByteArrayInputStream(out.toByteArray())).readObject();
  }

  public static Object message() {
    Exception e = new Coded(7);
    return e.getMessage() + e;
  }

  public static Object genericBridge() {
    List<Named> l = new ArrayList<>(List.of(new Named("b"), new Named("a")));
    Collections.sort(l);
    return l.get(0).name;
  }

  public static Object overriddenDefault() {
    Order o = (a, b) -> a.compareTo(b);
    return Stream.of("a", "b").sorted(o.reversed()).collect(Collectors.toList());
  }

  public static Object iterableLambda() {
    Letters l = () -> List.of("x", "y").iterator();
    return StreamSupport.stream(l.spliterator(), false).count();
  }

  public static Object supplied() {
    return Stream.generate(Ticket::new).limit(2).map(String::valueOf).collect(Collectors.joining());
  }

  public static Object mapKeys() {
    Map<Key, Integer> m = new HashMap<>();
    m.merge(new Key("A"), 1, Integer::sum);
    m.merge(new Key("a"), 1, Integer::sum);
    return m.size();
  }

  public static Object charSequence() {
    return new StringBuilder().append(new Twin('z')).toString() + String.join("-", new Twin('q'));
  }

  public static Object reader() throws IOException {
    return new BufferedReader(new Upper(new StringReader("abc"))).readLine();
  }

  public static Object computed() {
    return new ClassValue<String>() {
      @Override
      protected String computeValue(Class<?> type) {
        return "value of " + type.getSimpleName();
      }
    }.get(String.class);
  }

  public static Object numbers() {
    return List.of(new Dozen(2), new Dozen(3)).stream().mapToInt(Number::intValue).sum();
  }
}
