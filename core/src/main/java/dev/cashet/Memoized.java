package dev.cashet;

import dev.cashet.canonical.CanonicalForm;
import dev.cashet.model.Invocation;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/** A function whose results are kept. As an argument of a task, or submitted, it is the function inside it. */
abstract class Memoized implements CanonicalForm, Serializable {
  private static final long serialVersionUID = 1L;

  private final transient View view;

  private Memoized(View view) {
    this.view = view;
  }

  abstract Object function();

  <R> R recall(Invocation call) throws Exception {
    return Plain.load(view, call);
  }

  @Override
  public String canonicalName() {
    return "cashet.Memoized/1";
  }

  @Override
  public Object canonicalValue() {
    return function();
  }

  @Override
  public String canonicalText() {
    return "memoized function";
  }

  private void writeObject(ObjectOutputStream out) throws NotSerializableException {
    throw new NotSerializableException("a memoised function belongs to an open client");
  }

  static final class Of0<R> extends Memoized implements Fn0<R> {
    private static final long serialVersionUID = 1L;

    private final Fn0<R> function;

    Of0(View view, Fn0<R> function) {
      super(view);
      this.function = function;
    }

    @Override
    Object function() {
      return function;
    }

    @Override
    public R call() throws Exception {
      return recall(Calls.of(function));
    }
  }

  static final class Of1<A, R> extends Memoized implements Fn1<A, R> {
    private static final long serialVersionUID = 1L;

    private final Fn1<A, R> function;

    Of1(View view, Fn1<A, R> function) {
      super(view);
      this.function = function;
    }

    @Override
    Object function() {
      return function;
    }

    @Override
    public R call(A a) throws Exception {
      return recall(Calls.of(function, a));
    }
  }

  static final class Of2<A, B, R> extends Memoized implements Fn2<A, B, R> {
    private static final long serialVersionUID = 1L;

    private final Fn2<A, B, R> function;

    Of2(View view, Fn2<A, B, R> function) {
      super(view);
      this.function = function;
    }

    @Override
    Object function() {
      return function;
    }

    @Override
    public R call(A a, B b) throws Exception {
      return recall(Calls.of(function, a, b));
    }
  }

  static final class Of3<A, B, C, R> extends Memoized implements Fn3<A, B, C, R> {
    private static final long serialVersionUID = 1L;

    private final Fn3<A, B, C, R> function;

    Of3(View view, Fn3<A, B, C, R> function) {
      super(view);
      this.function = function;
    }

    @Override
    Object function() {
      return function;
    }

    @Override
    public R call(A a, B b, C c) throws Exception {
      return recall(Calls.of(function, a, b, c));
    }
  }

  static final class Of4<A, B, C, D, R> extends Memoized implements Fn4<A, B, C, D, R> {
    private static final long serialVersionUID = 1L;

    private final Fn4<A, B, C, D, R> function;

    Of4(View view, Fn4<A, B, C, D, R> function) {
      super(view);
      this.function = function;
    }

    @Override
    Object function() {
      return function;
    }

    @Override
    public R call(A a, B b, C c, D d) throws Exception {
      return recall(Calls.of(function, a, b, c, d));
    }
  }

  static final class Of5<A, B, C, D, E, R> extends Memoized implements Fn5<A, B, C, D, E, R> {
    private static final long serialVersionUID = 1L;

    private final Fn5<A, B, C, D, E, R> function;

    Of5(View view, Fn5<A, B, C, D, E, R> function) {
      super(view);
      this.function = function;
    }

    @Override
    Object function() {
      return function;
    }

    @Override
    public R call(A a, B b, C c, D d, E e) throws Exception {
      return recall(Calls.of(function, a, b, c, d, e));
    }
  }

  static final class Of6<A, B, C, D, E, F, R> extends Memoized implements Fn6<A, B, C, D, E, F, R> {
    private static final long serialVersionUID = 1L;

    private final Fn6<A, B, C, D, E, F, R> function;

    Of6(View view, Fn6<A, B, C, D, E, F, R> function) {
      super(view);
      this.function = function;
    }

    @Override
    Object function() {
      return function;
    }

    @Override
    public R call(A a, B b, C c, D d, E e, F f) throws Exception {
      return recall(Calls.of(function, a, b, c, d, e, f));
    }
  }
}
