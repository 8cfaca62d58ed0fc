package app;

import java.util.*;
import java.util.function.*;

/** Methods that call each other in circles. */
public class Main {
  public static Object farCycle() {
    return c0(100);
  }

  public static Object twoCycles() {
    return left(5) + "," + right(5);
  }

  public static Object selfRecursive() {
    return power(3, 4);
  }

  public static Object throughInterface() {
    return new Add(new Num(2), new Mul(new Num(3), new Num(5))).eval();
  }

  public static Object throughObjects() {
    return new Ping(new Pong()).play(6);
  }

  public static Object throughLambda() {
    return Walk.down(4);
  }

  public static Object symmetric() {
    return a1(5) + "" + b1(5);
  }

  public static Object triangle() {
    return t0(9) + "," + t1(9) + "," + t2(9);
  }

  static int c0(int n) {
    return n <= 0 ? 0 : c1(n - 1) + 1;
  }

  static int c1(int n) {
    return n <= 0 ? 0 : c2(n - 1) + 2;
  }

  static int c2(int n) {
    return n <= 0 ? 0 : c3(n - 1) + 3;
  }

  static int c3(int n) {
    return n <= 0 ? 0 : c4(n - 1) + 4;
  }

  static int c4(int n) {
    return n <= 0 ? 0 : c5(n - 1) + 5;
  }

  static int c5(int n) {
    return n <= 0 ? 0 : c6(n - 1) + 6;
  }

  static int c6(int n) {
    return n <= 0 ? 0 : c7(n - 1) + 7;
  }

  static int c7(int n) {
    return n <= 0 ? 0 : c8(n - 1) + 8;
  }

  static int c8(int n) {
    return n <= 0 ? 0 : c9(n - 1) + 9;
  }

  static int c9(int n) {
    return n <= 0 ? 0 : c10(n - 1) + 10;
  }

  static int c10(int n) {
    return n <= 0 ? 0 : c11(n - 1) + 11;
  }

  static int c11(int n) {
    return n <= 0 ? 0 : c12(n - 1) + 12;
  }

  static int c12(int n) {
    return n <= 0 ? 0 : c13(n - 1) + 13;
  }

  static int c13(int n) {
    return n <= 0 ? 0 : c14(n - 1) + 14;
  }

  static int c14(int n) {
    return n <= 0 ? 0 : c15(n - 1) + 15;
  }

  static int c15(int n) {
    return n <= 0 ? 0 : c16(n - 1) + 16;
  }

  static int c16(int n) {
    return n <= 0 ? 0 : c17(n - 1) + 17;
  }

  static int c17(int n) {
    return n <= 0 ? 0 : c18(n - 1) + 18;
  }

  static int c18(int n) {
    return n <= 0 ? 0 : c19(n - 1) + 19;
  }

  static int c19(int n) {
    return n <= 0 ? 0 : c20(n - 1) + 20;
  }

  static int c20(int n) {
    return n <= 0 ? 0 : c21(n - 1) + 21;
  }

  static int c21(int n) {
    return n <= 0 ? 0 : c22(n - 1) + 22;
  }

  static int c22(int n) {
    return n <= 0 ? 0 : c23(n - 1) + 23;
  }

  static int c23(int n) {
    return n <= 0 ? 0 : c24(n - 1) + 24;
  }

  static int c24(int n) {
    return n <= 0 ? 0 : c25(n - 1) + 25;
  }

  static int c25(int n) {
    return n <= 0 ? 0 : c26(n - 1) + 26;
  }

  static int c26(int n) {
    return n <= 0 ? 0 : c27(n - 1) + 27;
  }

  static int c27(int n) {
    return n <= 0 ? 0 : c28(n - 1) + 28;
  }

  static int c28(int n) {
    return n <= 0 ? 0 : c29(n - 1) + 29;
  }

  static int c29(int n) {
    return n <= 0 ? 0 : c30(n - 1) + 30;
  }

  static int c30(int n) {
    return n <= 0 ? 0 : c31(n - 1) + 31;
  }

  static int c31(int n) {
    return n <= 0 ? 0 : c32(n - 1) + 32;
  }

  static int c32(int n) {
    return n <= 0 ? 0 : c33(n - 1) + 33;
  }

  static int c33(int n) {
    return n <= 0 ? 0 : c34(n - 1) + 34;
  }

  static int c34(int n) {
    return n <= 0 ? 0 : c35(n - 1) + 35;
  }

  static int c35(int n) {
    return n <= 0 ? 0 : c36(n - 1) + 36;
  }

  static int c36(int n) {
    return n <= 0 ? 0 : c37(n - 1) + 37;
  }

  static int c37(int n) {
    return n <= 0 ? 0 : c38(n - 1) + 38;
  }

  static int c38(int n) {
    return n <= 0 ? 0 : c39(n - 1) + 39;
  }

  static int c39(int n) {
    return n <= 0 ? 0 : c0(n - 1) + 40;
  }

  static int left(int n) {
    return n <= 0 ? 1 : right(n - 1) * 2;
  }

  static int right(int n) {
    return n <= 0 ? 3 : left(n - 1) + 5;
  }

  static int power(int x, int n) {
    return n == 0 ? 1 : x * power(x, n - 1);
  }

  static int a1(int n) {
    return n == 0 ? 1 : a2(n - 1);
  }

  static int a2(int n) {
    return n == 0 ? 2 : a1(n - 1);
  }

  static int b1(int n) {
    return n == 0 ? 1 : b2(n - 1);
  }

  static int b2(int n) {
    return n == 0 ? 2 : b1(n - 1);
  }

  static int t0(int n) {
    return n <= 0 ? 7 : t1(n - 1);
  }

  static int t1(int n) {
    return n <= 0 ? 7 : t2(n - 1);
  }

  static int t2(int n) {
    return n <= 0 ? 7 : t0(n - 1);
  }
}
