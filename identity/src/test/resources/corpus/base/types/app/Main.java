package app;

import java.util.*;
import java.util.function.*;

/** Records, enums, sealed types, patterns and switches. */
public class Main {
  public static Object compact() {
    return new Range(5, 2).toString();
  }

  public static Object recordEquality() {
    return new Range(1, 2).equals(new Range(1, 2)) + "," + new Weak("a", 1).equals(new Weak("a", 2));
  }

  public static Object recordHash() {
    return new Weak("k", 3).hashCode() == new Weak("k", 4).hashCode();
  }

  public static Object recordStatic() {
    return Range.unit().length() + Range.MADE;
  }

  public static Object nestedRecords() {
    return new Line(new Dot(1, 2), new Dot(3, 4)).toString();
  }

  public static Object recordImplements() {
    Measured m = new Dot(3, 4);
    return m.measure() + m.twice();
  }

  public static Object sealedTypes() {
    return weigh(new Apple(3)) + weigh(new Pear()) + weigh(new Melon(2));
  }

  public static Object patterns() {
    return describe("text") + describe(4) + describe(40) + describe(null);
  }

  public static Object casts() {
    Object o = Integer.valueOf(3);
    try {
      return ((Number) o).intValue() + ((CharSequence) o).length();
    } catch (ClassCastException e) {
      return "no";
    }
  }

  public static Object enumSwitchExpression() {
    StringBuilder out = new StringBuilder();
    for (Season s : Season.values()) {
      out.append(
          switch (s) {
            case SPRING, AUTUMN -> s.mild();
            case SUMMER -> "hot ";
            case WINTER -> {
              String cold = "cold ";
              yield cold;
            }
          });
    }
    return out.toString();
  }

  public static Object stringSwitchExpression() {
    return word("Aa") * 100 + word("BB") * 10 + word("other");
  }

  public static Object enumMethods() {
    return Season.WINTER.next() + "," + Season.valueOf("SUMMER").ordinal() + Season.SPRING;
  }

  public static Object enumFields() {
    return Coin.DIME.cents + Coin.total();
  }

  public static Object enumInterface() {
    IntBinaryOperator op = Calc.MINUS;
    return op.applyAsInt(9, 4) + "," + Calc.TIMES.applyAsInt(2, 3);
  }

  public static Object enumMap() {
    EnumMap<Season, Integer> m = new EnumMap<>(Season.class);
    m.put(Season.WINTER, 1);
    m.put(Season.SPRING, 2);
    return m.toString();
  }

  public static Object annotated() {
    return Labelled.class.getAnnotation(Label.class).value() + Labelled.class.getAnnotation(Label.class).level();
  }

  static int weigh(Fruit f) {
    if (f instanceof Apple a && a.size() > 2) {
      return a.size() * 10;
    }
    return f instanceof Melon m ? m.halves() * 100 : 1;
  }

  static String describe(Object o) {
    if (o instanceof String s) {
      return "s" + s.length();
    } else if (o instanceof Integer i && i > 10) {
      return "big" + i;
    }
    return o instanceof Number ? "n" : "other";
  }

  static int word(String s) {
    return switch (s) {
      case "Aa" -> 1;
      case "BB" -> 2;
      default -> 3;
    };
  }
}
