package app;

import dev.cashet.identity.corpus.Case;
import dev.cashet.identity.corpus.Fn1;
import java.util.*;
import java.util.function.*;

/** Functions that call what other code made and left in static fields: nothing that they reach makes those objects. */
public class Main {
  public static Case lambdaOfOwnType() {
    Registry.fill();
    return Case.of((Fn1<Integer, Object>) Main::step, 5);
  }

  public static Case lambdaOfPlatformsType() {
    Registry.fill();
    return Case.of((Fn1<Integer, Object>) Main::function, 5);
  }

  public static Case referenceInAList() {
    Registry.fill();
    return Case.of((Fn1<Integer, Object>) Main::listed, 5);
  }

  public static Case comparatorInAField() {
    Registry.fill();
    return Case.of((Fn1<Integer, Object>) Main::sorted, 2);
  }

  public static Case objectOfPlatformsType() {
    Registry.fill();
    return Case.of((Fn1<Integer, Object>) Main::supplied, 1);
  }

  public static Case inAnObjectOfOnesOwn() {
    Registry.fill();
    return Case.of((Fn1<Integer, Object>) Main::held, 3);
  }

  public static Case constructorInAMap() {
    Registry.fill();
    return Case.of((Fn1<Integer, Object>) Main::constructed, 4);
  }

  public static Object readsNothing() {
    IntUnaryOperator own = x -> x + 1;
    return own.applyAsInt(6);
  }

  public static Object constantTable() {
    return Registry.TABLE.get("a") + Registry.NAMES.get(1).length();
  }

  static Object step(Integer x) {
    return Registry.STEPS.get("a").apply(x);
  }

  static Object function(Integer x) {
    return Registry.FUNCTIONS.get("a").apply(x);
  }

  static Object listed(Integer x) {
    int sum = x;
    for (IntBinaryOperator each : Registry.LISTED) {
      sum = each.applyAsInt(sum, x);
    }
    return sum;
  }

  static Object sorted(Integer x) {
    List<Integer> all = new ArrayList<>(List.of(x, 9, 4));
    all.sort(Registry.order);
    return all.toString();
  }

  static Object supplied(Integer x) {
    return Registry.SUPPLIER.supplier().get() + "" + x;
  }

  static Object held(Integer x) {
    return Registry.HOLDER.run(x);
  }

  static Object constructed(Integer x) {
    return Registry.MAKERS.get("a").apply(x).toString();
  }
}
