package dev.cashet.canonical;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of an object of a user's class. */
record FieldsMemento(
    Object object, Field[] fields, @Nullable Object[] before) implements Memento {
  @Override
  public boolean hasChanged() {
    for (int i = 0; i < fields.length; i++) {
      if (hasChanged(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasChanged(int index) {
    Object now = Fields.read(fields[index], object);
    return fields[index].getType().isPrimitive()
        ? !Objects.equals(now, before[index])
        : now != before[index];
  }

  @Override
  public void restore() {
    for (int i = 0; i < fields.length; i++) {
      if (hasChanged(i) && !Modifier.isFinal(fields[i].getModifiers())) {
        try {
          fields[i].set(object, before[i]);
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(fields[i] + " cannot be set", e);
        }
      }
    }
  }
}
