package dev.cashet.identity.bytecode;

import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;

/** A class without its code: supertypes, instance fields, record components, annotations and annotation defaults. */
final class ShapeEncoder {
  private static final int KEPT_FLAGS = Opcodes.ACC_INTERFACE
      | Opcodes.ACC_ABSTRACT
      | Opcodes.ACC_ENUM
      | Opcodes.ACC_ANNOTATION
      | Opcodes.ACC_RECORD;

  private final ClassNode type;
  private final FormEncoder out = new FormEncoder();
  private final AnnotationEncoder annotations = new AnnotationEncoder(out);
  private final GenericEncoder generics = new GenericEncoder(out);

  private ShapeEncoder(ClassNode type) {
    this.type = type;
  }

  static Form shape(ClassNode type) {
    return new ShapeEncoder(type).encode();
  }

  private Form encode() {
    out.out().tag('C').number(type.access & KEPT_FLAGS);
    out.type(type.name);
    out.out().tag('s');
    if (type.superName != null) {
      out.type(type.superName);
    }
    type.interfaces.forEach(each -> {
      out.out().tag('i');
      out.type(each);
    });
    generics.supertypes(type);
    fields();
    if (type.recordComponents != null) {
      for (RecordComponentNode each : type.recordComponents) {
        out.out().tag('r').text(each.name);
        out.type(Type.getType(each.descriptor));
        generics.type(each.signature);
        annotations.annotations(each.visibleAnnotations);
        annotations.typeAnnotations(each.visibleTypeAnnotations);
      }
    }
    annotations.annotations(type.visibleAnnotations);
    annotations.typeAnnotations(type.visibleTypeAnnotations);
    members();
    if ((type.access & Opcodes.ACC_ANNOTATION) != 0) {
      defaults();
    }
    return out.toForm();
  }

  /** Instance fields by name: their order in the source shows nowhere. */
  private void fields() {
    TreeMap<String, FieldNode> sorted = new TreeMap<>();
    for (FieldNode each : type.fields) {
      if ((each.access & Opcodes.ACC_STATIC) == 0) {
        sorted.put(each.name + each.desc, each);
      } else if (each.name.equals("serialVersionUID") && each.value != null) {
        out.out().tag('u');
        out.constant(each.value);
      }
    }
    boolean captured = false;
    for (FieldNode each : sorted.values()) {
      // captured variables have the names of locals: their holes number them
      captured |= each.name.startsWith("val$");
      if (!each.name.startsWith("val$")) {
        field(each);
      }
    }
    if (captured) {
      type.fields.stream().filter(each -> each.name.startsWith("val$")).forEach(this::field);
    }
  }

  private void field(FieldNode field) {
    out.out().tag('f').number(field.access & (Opcodes.ACC_TRANSIENT | Opcodes.ACC_VOLATILE));
    out.field(Opcodes.GETFIELD, type.name, field.name, field.desc);
    out.type(Type.getType(field.desc));
    generics.type(field.signature);
    annotations.annotations(field.visibleAnnotations);
    annotations.typeAnnotations(field.visibleTypeAnnotations);
  }

  /** Reflection sees the annotations of static fields and of methods whether or not anything runs them. */
  private void members() {
    TreeMap<String, Runnable> sorted = new TreeMap<>();
    for (FieldNode each : type.fields) {
      if ((each.access & Opcodes.ACC_STATIC) != 0
          && (AnnotationEncoder.anyOf(each.visibleAnnotations)
              || AnnotationEncoder.anyOf(each.visibleTypeAnnotations))) {
        sorted.put(each.name + ":" + each.desc, () -> {
          out.out().tag('A').text(each.name);
          out.type(Type.getType(each.desc));
          annotations.annotations(each.visibleAnnotations);
          annotations.typeAnnotations(each.visibleTypeAnnotations);
        });
      }
    }
    for (MethodNode each : type.methods) {
      // a bridge has the annotations of what it leads to
      if ((each.access & Opcodes.ACC_SYNTHETIC) == 0 && AnnotationEncoder.isAnnotated(each)) {
        sorted.put(each.name + each.desc, () -> {
          out.out().tag('A').text(each.name);
          out.descriptor(each.desc);
          annotations.ofMethod(each);
        });
      }
    }
    sorted.values().forEach(Runnable::run);
  }

  private void defaults() {
    TreeMap<String, MethodNode> sorted = new TreeMap<>();
    type.methods.forEach(each -> sorted.put(each.name, each));
    for (MethodNode each : sorted.values()) {
      out.out().tag('d').text(each.name).text(each.desc);
      if (each.annotationDefault != null) {
        annotations.value(each.annotationDefault);
      }
    }
  }
}
