package dev.cashet.canonical;

import dev.cashet.model.Digest;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user's class that extends one of the platform's collections: its class and own fields, then the collection. */
final class ExtendedForm implements Form {
  private final Class<?> type;
  private final Form collection;
  private final List<Field> fields;
  private final Digest shape;

  private ExtendedForm(Class<?> type, Form collection, List<Field> fields) {
    this.type = type;
    this.collection = collection;
    this.fields = fields;
    shape = Fields.shape(type, fields);
  }

  /** Null if the class does not extend a collection, or its fields cannot be read. */
  static @Nullable Form find(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    Class<?> at = type;
    while (at != null && !Platform.owns(at)) {
      if (Fields.collectOwn(at, fields) != null) {
        return null;
      }
      at = at.getSuperclass();
    }
    if (at == null || Fields.isStateless(at) || !at.getName().startsWith("java.util.")) {
      return null;
    }
    boolean collects =
        java.util.Collection.class.isAssignableFrom(at) || java.util.Map.class.isAssignableFrom(at);
    Form collection = collects ? CollectionForms.ofPlatform(at) : null;
    return collection == null ? null : new ExtendedForm(type, collection, fields);
  }

  @Override
  public void write(Object value, CanonicalWriter out) {
    if (!out.begin(value, Tag.EXTENDED)) {
      return;
    }
    out.instance(type);
    out.bytes.digest(shape);
    @Nullable Object[] values = new Object[fields.size() + 1];
    String[] names = new String[values.length];
    for (int i = 0; i + 1 < values.length; i++) {
      values[i] = Fields.read(fields.get(i), value);
      names[i] = fields.get(i).getName();
    }
    values[values.length - 1] = new Content(value, collection);
    names[values.length - 1] = "content";
    out.children(values.length, Children.of(values, names));
  }

  /** The collection that the object is, apart from the object. */
  record Content(Object value, Form form) implements Form {
    @Override
    public void write(Object self, CanonicalWriter out) {
      out.beginAs(this);
      form.write(value, out);
    }
  }
}
