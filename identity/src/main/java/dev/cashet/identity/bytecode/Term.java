package dev.cashet.identity.bytecode;

import dev.cashet.model.StoredValue;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** An argument of a call as the body computes it from captured values and the call's arguments: no code of the user's. */
sealed interface Term {
  /** The value for these inputs. */
  @Nullable
  Object in(List<? extends @Nullable Object> inputs) throws NotACall;

  /** A constant. */
  record Constant(@Nullable Object value) implements Term {
    @Override
    public @Nullable Object in(List<? extends @Nullable Object> inputs) {
      return value;
    }
  }

  /** A captured value or an argument of the call. */
  record Input(int index) implements Term {
    @Override
    public @Nullable Object in(List<? extends @Nullable Object> inputs) throws NotACall {
      if (index >= inputs.size()) {
        throw new NotACall("an argument that is not there yet");
      }
      return inputs.get(index);
    }
  }

  /** A value as a variable or a box of the type holds it. */
  record Typed(Type type, Term of) implements Term {
    @Override
    public @Nullable Object in(List<? extends @Nullable Object> inputs) throws NotACall {
      return Primitives.coerce(type, of.in(inputs));
    }
  }

  /** A value out of a box of exactly this type. */
  record Unboxed(Type type, Term of) implements Term {
    @Override
    public @Nullable Object in(List<? extends @Nullable Object> inputs) throws NotACall {
      Object value = of.in(inputs);
      if (!Primitives.isBoxOf(type, value)) {
        throw new NotACall("unboxing would fail");
      }
      return value;
    }
  }

  /** A number converted by an instruction. */
  record Converted(int opcode, Term of) implements Term {
    @Override
    public @Nullable Object in(List<? extends @Nullable Object> inputs) throws NotACall {
      return Primitives.convert(opcode, of.in(inputs));
    }
  }

  /** A reference of a checked type. */
  record Cast(Class<?> type, Term of) implements Term {
    @Override
    public @Nullable Object in(List<? extends @Nullable Object> inputs) throws NotACall {
      Object value = of.in(inputs);
      if (value != null && !type.isInstance(value)) {
        throw new NotACall("the cast would fail");
      }
      return value;
    }
  }

  /** What a field of an object holds now. */
  record Read(Field field, Term of) implements Term {
    @Override
    public @Nullable Object in(List<? extends @Nullable Object> inputs) throws NotACall {
      Object object = of.in(inputs);
      if (!field.getDeclaringClass().isInstance(object)) {
        throw new NotACall("no object to read " + field.getName() + " from");
      }
      try {
        return field.get(object);
      } catch (IllegalAccessException e) {
        throw new NotACall("field " + field.getName() + " cannot be read");
      }
    }
  }

  /** What a variable of a shell holds now. */
  record Variable(Field field) implements Term {
    @Override
    public @Nullable Object in(List<? extends @Nullable Object> inputs) throws NotACall {
      try {
        return field.get(null);
      } catch (IllegalAccessException e) {
        throw new NotACall("variable " + field.getName() + " cannot be read");
      }
    }
  }

  /** An array literal, so also the arguments of a variable-arity call. Filled while the body is read. */
  record ArrayOf(Class<?> component, List<@Nullable Term> terms) implements Term {
    @Override
    public Object in(List<? extends @Nullable Object> inputs) throws NotACall {
      Object array = Array.newInstance(component, terms.size());
      for (int i = 0; i < terms.size(); i++) {
        Term term = terms.get(i);
        if (term != null) {
          try {
            Array.set(array, i, Primitives.coerce(Type.getType(component), term.in(inputs)));
          } catch (IllegalArgumentException e) {
            throw new NotACall("array store would fail");
          }
        }
      }
      return array;
    }
  }

  /** A lambda or method reference written among the arguments. */
  record Function(LambdaSite site, List<Term> captured) implements Term {
    @Override
    public Object in(List<? extends @Nullable Object> inputs) throws NotACall {
      List<@Nullable Object> values = new ArrayList<>(captured.size());
      for (Term each : captured) {
        values.add(each.in(inputs));
      }
      return new FunctionSymbol(site, values);
    }
  }

  /** The value behind a stored result, which stands for it. */
  record Loaded(Term of) implements Term {
    @Override
    public Object in(List<? extends @Nullable Object> inputs) throws NotACall {
      if (of.in(inputs) instanceof StoredValue stored) {
        return stored;
      }
      throw new NotACall("loaded from something that is no stored result");
    }
  }
}
