package dev.cashet.identity.bytecode;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeAnnotationNode;

/** Annotations that code can see at run time, in the order of their names. */
final class AnnotationEncoder {
  /** Known to change nothing: compilers' notes, nullness marks, and cashet's own, which count as options. */
  private static final List<String> INERT = List.of(
      "Ljava/lang/",
      "Ldev/cashet/",
      "Lkotlin/Metadata;",
      "Lkotlin/jvm/",
      "Lkotlin/coroutines/jvm/internal/",
      "Lscala/",
      "Lgroovy/transform/",
      "Lorg/jspecify/annotations/");

  private final FormEncoder out;

  AnnotationEncoder(FormEncoder out) {
    this.out = out;
  }

  void annotations(@Nullable List<AnnotationNode> annotations) {
    TreeMap<String, AnnotationNode> sorted = new TreeMap<>();
    if (annotations != null) {
      annotations.forEach(each -> sorted.put(each.desc, each));
    }
    sorted.keySet().removeIf(AnnotationEncoder::isInert);
    out.out().tag('@').number(sorted.size());
    sorted.values().forEach(this::annotation);
  }

  /** Annotations of types inside a declaration, by their places; nothing where there are none. */
  void typeAnnotations(@Nullable List<TypeAnnotationNode> annotations) {
    TreeMap<String, TypeAnnotationNode> sorted = new TreeMap<>();
    if (annotations != null) {
      for (TypeAnnotationNode each : annotations) {
        if (!isInert(each.desc)) {
          sorted.put(each.typeRef + " " + each.typePath + " " + each.desc, each);
        }
      }
    }
    for (TypeAnnotationNode each : sorted.values()) {
      out.out().tag('t').number(each.typeRef).text(String.valueOf(each.typePath));
      annotation(each);
    }
  }

  /** Those of a method, of the types it names and of each of its parameters. */
  void ofMethod(MethodNode method) {
    annotations(method.visibleAnnotations);
    typeAnnotations(method.visibleTypeAnnotations);
    for (@Nullable List<AnnotationNode> each : parametersOf(method)) {
      annotations(each);
    }
  }

  /** Whether the method or a parameter has an annotation that counts. */
  static boolean isAnnotated(MethodNode method) {
    return anyOf(method.visibleAnnotations)
        || anyOf(method.visibleTypeAnnotations)
        || parametersOf(method).stream().anyMatch(AnnotationEncoder::anyOf);
  }

  private static List<@Nullable List<AnnotationNode>> parametersOf(MethodNode method) {
    @Nullable List<AnnotationNode>[] parameters = method.visibleParameterAnnotations;
    return parameters == null ? List.of() : Arrays.asList(parameters);
  }

  /** Whether any of them counts. */
  static boolean anyOf(@Nullable List<? extends AnnotationNode> annotations) {
    return annotations != null && annotations.stream().anyMatch(each -> !isInert(each.desc));
  }

  private static boolean isInert(String descriptor) {
    return INERT.stream().anyMatch(descriptor::startsWith)
        || descriptor.endsWith("/Nullable;")
        || descriptor.endsWith("/NotNull;")
        || descriptor.endsWith("/NonNull;")
        || descriptor.endsWith("/Nonnull;");
  }

  private void annotation(AnnotationNode annotation) {
    Type type = Type.getType(annotation.desc);
    out.type(type);
    // the annotation's own shape counts, so that its defaults do
    out.hole(new Hole.OfLiteral(type.getInternalName(), out.main()));
    TreeMap<String, Object> values = new TreeMap<>();
    if (annotation.values != null) {
      for (int i = 0; i < annotation.values.size(); i += 2) {
        values.put((String) annotation.values.get(i), annotation.values.get(i + 1));
      }
    }
    out.out().number(values.size());
    values.forEach((name, value) -> {
      out.out().text(name);
      value(value);
    });
  }

  /** One value of an annotation, or a default. */
  void value(Object value) {
    if (value instanceof AnnotationNode nested) {
      out.out().tag('a');
      annotation(nested);
    } else if (value instanceof List<?> list) {
      out.out().tag('l').number(list.size());
      list.forEach(this::value);
    } else if (value instanceof String[] constant) {
      out.out().tag('e');
      Type type = Type.getType(constant[0]);
      out.type(type);
      out.out().text(constant[1]);
      // whoever reads the annotation initialises the enum
      out.field(Opcodes.GETSTATIC, type.getInternalName(), constant[1], constant[0]);
    } else if (value.getClass().isArray()) {
      int length = Array.getLength(value);
      out.out().tag('l').number(length);
      for (int i = 0; i < length; i++) {
        value(Array.get(value, i));
      }
    } else if (value instanceof Boolean
        || value instanceof Character
        || value instanceof Byte
        || value instanceof Short) {
      out.out().tag('v').text(value.getClass().getSimpleName()).text(value.toString());
    } else {
      out.constant(value);
    }
  }
}
