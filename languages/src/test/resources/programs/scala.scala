package app

import dev.cashet.{Cashet, Fn0, Fn1, ResultRef}
import java.util.{LinkedHashMap, Map}

def deep(n: Int): Double = n * 2.0

def helper(x: Array[Double]): Double = x(0) + x(1) + deep(1)

def train(x: Array[Double]): Double = helper(x)

def unrelated(n: Int): Int = n + 1

def alone(n: Int): Int = n * 7

object Single:
  def go(n: Int): Double = deep(n) + 2

case class Model(k: Int):
  def run(): Double = deep(k)

class Program:
  def submit(cashet: Cashet): Map[String, ResultRef[?]] =
    val data = Array(1.0, 2.0)
    val model = Model(3)
    var count = 1
    count += 1
    val all = LinkedHashMap[String, ResultRef[?]]()
    all.put("lambda", cashet.submit((() => train(data)): Fn0[Double]))
    all.put("reference", cashet.submit((train): Fn1[Array[Double], Double], data))
    all.put("bound", cashet.submit((() => model.run()): Fn0[Double]))
    all.put("object", cashet.submit((() => Single.go(5)): Fn0[Double]))
    all.put("objectReference", cashet.submit((Single.go): Fn1[Int, Double], 5))
    all.put("variable", cashet.submit((() => deep(count) + count): Fn0[Double]))
    all.put("anonymous", cashet.submit(new Fn0[Double] { def call(): Double = deep(data.length) }))
    all.put("alone", cashet.submit((() => alone(6)): Fn0[Int]))
    all
