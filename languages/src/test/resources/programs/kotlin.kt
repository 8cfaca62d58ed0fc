package app

import dev.cashet.Cashet
import dev.cashet.Fn0
import dev.cashet.ResultRef

fun deep(n: Int): Double = n * 2.0

fun helper(x: DoubleArray): Double = x.sum() + deep(1)

fun train(x: DoubleArray): Double = helper(x)

fun tuned(x: DoubleArray, rate: Double = 0.5): Double = helper(x) * rate

fun unrelated(n: Int): Int = n + 1

fun alone(n: Int): Int = n * 7

data class Model(val k: Int) {
  fun run(): Double = deep(k)

  companion object {
    fun make(n: Int): Double = deep(n) + 1
  }
}

object Single {
  fun go(n: Int): Double = deep(n) + 2
}

object Counting {
  var start = 3

  fun next(n: Int): Int = start + n
}

inline fun wrap(crossinline body: () -> Double): Fn0<Double> =
  object : Fn0<Double> {
    override fun call(): Double = body()
  }

class Program {
  fun submit(cashet: Cashet): Map<String, ResultRef<*>> {
    val data = doubleArrayOf(1.0, 2.0)
    val model = Model(3)
    var count = 1
    count++
    return linkedMapOf(
      "lambda" to cashet.submit { train(data) },
      "reference" to cashet.submit(::train, data),
      "bound" to cashet.submit(model::run),
      "boundLambda" to cashet.submit { model.run() },
      "companion" to cashet.submit { Model.make(4) },
      "companionReference" to cashet.submit(Model::make, 4),
      "object" to cashet.submit { Single.go(5) },
      "objectReference" to cashet.submit(Single::go, 5),
      "default" to cashet.submit { tuned(data) },
      "given" to cashet.submit { tuned(data, 0.25) },
      "variable" to cashet.submit { deep(count) + count },
      "inline" to cashet.submit(wrap { train(data) + 3 }),
      "anonymous" to cashet.submit(object : Fn0<Double> {
        override fun call(): Double = deep(data.size)
      }),
      "counting" to cashet.submit { Counting.next(1) },
      "alone" to cashet.submit { alone(6) },
    )
  }

  fun value(cashet: Cashet): ResultRef<*> {
    val value: () -> Double = { deep(1) }
    return cashet.submit(value)
  }
}
