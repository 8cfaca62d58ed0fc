package dev.cashet.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record or a class of the user's as the format sees it: its fields, and the way to make one. Records in the order of
 * their components, made by the canonical constructor; classes with the fields of superclasses first and by name within
 * a class, made without running a constructor.
 */
final class ClassShape {
  private static final ClassValue<ClassShape> KNOWN = new ClassValue<>() {
    @Override
    protected ClassShape computeValue(Class<?> type) {
      return type.isRecord() ? ofRecord(type) : ofClass(type);
    }
  };

  private final Class<?> type;
  private final List<FieldShape> fields;
  private final Field[] access;
  private final @Nullable Constructor<?> constructor;
  private final @Nullable String problem;
  private @Nullable List<FieldShape> matched;

  private ClassShape(
      Class<?> type,
      List<Field> access,
      @Nullable Constructor<?> constructor,
      @Nullable String problem) {
    this.type = type;
    this.access = access.toArray(new Field[0]);
    fields = access.stream().map(field -> shape(type, field)).toList();
    this.constructor = constructor;
    this.problem = problem;
  }

  static ClassShape of(Class<?> type) {
    return KNOWN.get(type);
  }

  private static FieldShape shape(Class<?> type, Field field) {
    Class<?> owner = field.getDeclaringClass();
    return new FieldShape(
        owner == type ? "" : owner.getName(), field.getName(), field.getType().getName());
  }

  private static ClassShape ofRecord(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
    try {
      for (RecordComponent component : components) {
        Field field = type.getDeclaredField(component.getName());
        field.setAccessible(true);
        fields.add(field);
      }
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return new ClassShape(type, fields, constructor, null);
    } catch (ReflectiveOperationException e) {
      return new ClassShape(type, List.of(), null, "its class file is not a record's");
    } catch (InaccessibleObjectException e) {
      return new ClassShape(type, List.of(), null, closed(type));
    }
  }

  private static ClassShape ofClass(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    try {
      collect(type, fields);
    } catch (InaccessibleObjectException e) {
      return new ClassShape(type, List.of(), null, closed(type));
    }
    if (Modifier.isAbstract(type.getModifiers())) {
      return new ClassShape(type, fields, null, "it is abstract");
    }
    Constructor<?> constructor = Making.constructor(type);
    String problem = constructor == null
        ? "this Java runtime has no way to make one without its constructor; give it a constructor without"
            + " parameters, make it a record, or add the module jdk.unsupported"
        : null;
    return new ClassShape(type, fields, constructor, problem);
  }

  private static void collect(@Nullable Class<?> type, List<Field> fields) {
    if (type == null || Jdk.owns(type)) {
      return;
    }
    collect(type.getSuperclass(), fields);
    List<Field> own = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers())) {
        field.setAccessible(true);
        own.add(field);
      }
    }
    own.sort(Comparator.comparing(Field::getName));
    fields.addAll(own);
  }

  private static String closed(Class<?> type) {
    return "its module does not let its fields be read; add 'opens "
        + type.getPackageName()
        + " to dev.cashet.core;' to the module "
        + type.getModule().getName();
  }

  Class<?> type() {
    return type;
  }

  List<FieldShape> fields() {
    return fields;
  }

  /** Whether these are the fields; the list that was asked for last is known. */
  boolean hasFields(List<FieldShape> others) {
    if (matched == others) {
      return true;
    }
    if (!fields.equals(others)) {
      return false;
    }
    matched = others;
    return true;
  }

  /** Why no object of the class can be kept; null if it can. */
  @Nullable
  String problem() {
    return problem;
  }

  Class<?> fieldType(int index) {
    return access[index].getType();
  }

  @Nullable
  Object get(Object object, int index) {
    try {
      return access[index].get(object);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(access[index] + " was made accessible", e);
    }
  }

  /** Throws {@link IllegalArgumentException} if the value is not of the field's type. */
  void set(Object object, int index, @Nullable Object value) {
    try {
      access[index].set(object, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(access[index] + " was made accessible", e);
    }
  }

  /**
   * A record of these components, or an object whose fields are still to be set.
   *
   * @throws IllegalArgumentException if a component is not of its type
   */
  Object make(@Nullable Object... components) throws InvocationTargetException {
    Constructor<?> known = constructor;
    if (known == null) {
      throw new IllegalStateException(type + ": " + problem);
    }
    try {
      return known.newInstance(components);
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException(known + " was made accessible", e);
    }
  }
}
