package dev.cashet.canonical;

import dev.cashet.model.Digest;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records and objects of the user's classes: the digest of class name and field names, then the values of the fields,
 * those of superclasses first, by name within a class (the class file's order is the compiler's). Transient and
 * synthetic fields count too: code sees them.
 */
final class ObjectForm implements Form {
  private final int tag;
  private final Class<?> type;
  private final Digest shape;
  private final Field[] fields;
  private final String[] names;
  private final @Nullable String refusal;

  private ObjectForm(Class<?> type, List<Field> found, @Nullable String refusal) {
    this.type = type;
    tag = type.isRecord() ? Tag.RECORD : Tag.OBJECT;
    fields = found.toArray(new Field[0]);
    names = found.stream().map(Field::getName).toArray(String[]::new);
    shape = Fields.shape(type, found);
    this.refusal = refusal;
  }

  static Form of(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    return new ObjectForm(type, fields, Fields.collect(type, fields));
  }

  @Override
  public void write(Object value, CanonicalWriter out) {
    if (refusal != null) {
      throw out.refusal(type, refusal);
    }
    if (out.begin(value, tag)) {
      out.instance(type);
      out.bytes.digest(shape);
      @Nullable Object[] values = new Object[fields.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = Fields.read(fields[i], value);
      }
      out.children(values.length, Children.of(values, names));
    }
  }
}
