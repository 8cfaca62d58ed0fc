package dev.cashet.canonical;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions: class, message, cause, suppressed ones, and the fields of the user's classes. Where it was thrown does not
 * count: two runs of one program rarely throw from the same place.
 */
final class ThrowableForm implements Form {
  private final Class<?> type;
  private final List<Field> fields = new ArrayList<>();
  private final @Nullable String refusal;

  private ThrowableForm(Class<?> type) {
    this.type = type;
    String reason = null;
    for (Class<?> at = type;
        at != null && !Platform.owns(at) && reason == null;
        at = at.getSuperclass()) {
      reason = Fields.collectOwn(at, fields);
    }
    refusal = reason;
  }

  static Form of(Class<?> type) {
    return new ThrowableForm(type);
  }

  @Override
  public void write(Object value, CanonicalWriter out) {
    if (refusal != null) {
      throw out.refusal(type, refusal);
    }
    if (out.begin(value, Tag.THROWABLE)) {
      Throwable throwable = (Throwable) value;
      if (!Platform.owns(type)) {
        out.instance(type);
      }
      out.bytes.digest(Fields.shape(type, fields));
      @Nullable Object[] values = new Object[3 + fields.size()];
      String[] names = new String[values.length];
      values[0] = throwable.getMessage();
      values[1] = throwable.getCause();
      values[2] = throwable.getSuppressed();
      names[0] = "message";
      names[1] = "cause";
      names[2] = "suppressed";
      for (int i = 3; i < values.length; i++) {
        values[i] = Fields.read(fields.get(i - 3), value);
        names[i] = fields.get(i - 3).getName();
      }
      out.children(values.length, Children.of(values, names));
    }
  }
}
