package dev.cashet.canonical;

import dev.cashet.model.Digest;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of the user's classes, in an order that no compiler chooses. */
final class Fields {
  private Fields() {}

  /** Collects the fields of a class and its superclasses up to the platform's; gives the reason why that cannot be. */
  static @Nullable String collect(Class<?> type, List<Field> fields) {
    Class<?> superclass = type.getSuperclass();
    if (superclass != null && !isStateless(superclass)) {
      if (Platform.owns(superclass)) {
        return "it extends "
            + superclass.getTypeName()
            + ", whose state cannot be read; pass what identifies it, or give it a Canonicalizer";
      }
      String reason = collect(superclass, fields);
      if (reason != null) {
        return reason;
      }
    }
    return collectOwn(type, fields);
  }

  /** The same for one class alone. */
  static @Nullable String collectOwn(Class<?> type, List<Field> fields) {
    List<Field> own = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        own.add(field);
      }
    }
    own.sort(Comparator.comparing(Field::getName));
    try {
      own.forEach(field -> field.setAccessible(true));
    } catch (InaccessibleObjectException e) {
      return "its module does not let its fields be read; add 'opens "
          + type.getPackageName()
          + " to dev.cashet.core;' to the module "
          + type.getModule().getName()
          + ", or give it a Canonicalizer";
    }
    fields.addAll(own);
    return null;
  }

  /** Whether the platform's class can be a superclass because nothing of the object is in it. */
  static boolean isStateless(Class<?> type) {
    return switch (type.getName()) {
      case "java.lang.Object",
          "java.lang.Record",
          "java.lang.Number",
          "java.util.AbstractCollection",
          "java.util.AbstractList",
          "java.util.AbstractSequentialList",
          "java.util.AbstractSet",
          "java.util.AbstractMap",
          "java.util.AbstractQueue" -> true;
      default -> false;
    };
  }

  static Digest shape(Class<?> type, List<Field> fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(Tag.SCHEME);
    text(bytes, type.getName());
    for (Field field : fields) {
      text(
          bytes,
          field.getDeclaringClass() == type ? "" : field.getDeclaringClass().getName());
      text(bytes, field.getName());
    }
    return Digest.sha256(bytes.toByteArray());
  }

  private static void text(ByteArrayOutputStream bytes, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 4; i++) {
      bytes.write(utf8.length >>> (8 * i));
    }
    bytes.write(utf8, 0, utf8.length);
  }

  static @Nullable Object read(Field field, Object value) {
    try {
      return field.get(value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " was made accessible", e);
    }
  }
}
