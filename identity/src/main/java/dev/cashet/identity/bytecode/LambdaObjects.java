package dev.cashet.identity.bytecode;

import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lambdas and method references as objects. All objects of one place in the code have one hidden class, so everything
 * but the captured values is kept by that class.
 */
final class LambdaObjects {
  /** What is known of a hidden class once one of its objects was seen. */
  private static final class Slot {
    private volatile @Nullable Known known;
  }

  /** The place, and the fields that hold captured values; no fields where they cannot be read directly. */
  private record Known(LambdaSite site, @Nullable List<Field> fields) {}

  private final ClassValue<Slot> slots = new ClassValue<>() {
    @Override
    protected Slot computeValue(Class<?> type) {
      return new Slot();
    }
  };

  CodeTarget resolve(Object function, List<? extends @Nullable Object> arguments) {
    Slot slot = slots.get(function.getClass());
    Known known = slot.known;
    if (known == null) {
      SerializedLambda form = form(function);
      known = read(function, form);
      // a shell may define the code again in place
      if (!form.getImplClass().startsWith("REPL/")) {
        slot.known = known;
      }
    }
    List<Field> fields = known.fields();
    if (fields != null && fields.isEmpty()) {
      return known.site().apply(arguments);
    }
    List<@Nullable Object> values = captured(function, known);
    values.addAll(arguments);
    return known.site().apply(values);
  }

  private static SerializedLambda form(Object function) {
    return LambdaTap.read(function)
        .orElseThrow(() -> Resolver.refusal(
            function,
            "a lambda or method reference whose interface is not Serializable cannot be"
                + " read; write it where it is passed, make its interface extend"
                + " Serializable, or use a named class"));
  }

  private static Known read(Object function, SerializedLambda form) {
    CodeRef code = new CodeRef(
        form.getImplMethodKind(),
        form.getImplClass(),
        form.getImplMethodName(),
        form.getImplMethodSignature());
    LambdaSite site = LambdaSite.of(
        code,
        Adaptation.of(function.getClass(), form),
        Resolver.loaderOf(function),
        form.getCapturingClass());
    return new Known(site, fields(function, form));
  }

  private static List<@Nullable Object> captured(Object function, Known known) {
    List<Field> fields = known.fields();
    List<@Nullable Object> values = new ArrayList<>();
    if (fields == null) {
      SerializedLambda form = form(function);
      for (int i = 0; i < form.getCapturedArgCount(); i++) {
        values.add(form.getCapturedArg(i));
      }
      return values;
    }
    try {
      for (Field each : fields) {
        values.add(each.get(function));
      }
      return values;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a field that was made accessible is not", e);
    }
  }

  /** The fields are the platform's own business: they are used only where they say what the serialised form says. */
  private static @Nullable List<Field> fields(Object function, SerializedLambda form) {
    try {
      List<Field> fields = new ArrayList<>();
      for (Field each : function.getClass().getDeclaredFields()) {
        if (!Modifier.isStatic(each.getModifiers())) {
          fields.add(each);
        }
      }
      if (fields.size() != form.getCapturedArgCount()) {
        return null;
      }
      for (int i = 0; i < fields.size(); i++) {
        Field field = fields.get(i);
        field.setAccessible(true);
        Object captured = form.getCapturedArg(i);
        boolean primitive = field.getType().isPrimitive();
        Object value = field.get(function);
        boolean same = primitive ? Objects.equals(value, captured) : value == captured;
        if (!field.getName().equals("arg$" + (i + 1)) || !same) {
          return null;
        }
      }
      return fields;
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }
}
