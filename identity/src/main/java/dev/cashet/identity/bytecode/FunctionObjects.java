package dev.cashet.identity.bytecode;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Objects of ordinary classes as functions. An object of a named class is an argument of its own method; an anonymous or
 * local class has a name that says nothing, so its fields are the arguments.
 */
final class FunctionObjects {
  private record Known(FunctionSite site, @Nullable List<Field> captured) {}

  private static final class Slot {
    private volatile @Nullable Known known;
  }

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
      known = read(function);
      if (!known.site().code().owner().startsWith("REPL/")) {
        slot.known = known;
      }
    }
    List<@Nullable Object> values = new ArrayList<>();
    List<Field> captured = known.captured();
    if (captured == null) {
      values.add(function);
    } else {
      for (Field each : captured) {
        values.add(get(each, function));
      }
    }
    values.addAll(arguments);
    return known.site().apply(values);
  }

  private static Known read(Object function) {
    Class<?> type = function.getClass();
    Method method = FunctionalInterfaces.methodOf(type)
        .orElseThrow(() -> Resolver.refusal(
            function,
            "it is not clear which of its methods is the function: it should implement"
                + " exactly one interface with one abstract method"));
    String descriptor = Type.getMethodDescriptor(method);
    String owner = Type.getInternalName(type);
    CodeRef code = new CodeRef(Opcodes.H_INVOKEVIRTUAL, owner, method.getName(), descriptor);
    Adaptation adaptation = Adaptation.of(
        Type.getInternalName(method.getDeclaringClass()), method.getName(), descriptor, descriptor);
    List<Field> captured = CapturedFields.of(type);
    FunctionSite site = new FunctionSite(
        code,
        Names.of(code),
        Resolver.loaderOf(function),
        adaptation,
        owner,
        captured == null ? "" : owner);
    if (captured != null) {
      site.withFields(captured.stream()
          .map(each -> each.getName().replaceFirst("^val\\$", ""))
          .toList());
    }
    return new Known(site, captured);
  }

  private static @Nullable Object get(Field field, Object function) {
    try {
      return field.get(function);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a field that was made accessible is not", e);
    }
  }
}
