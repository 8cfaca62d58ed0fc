package dev.cashet.codec;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A class as it stands in the bytes. Never changes; remembers which class it was found to be. */
final class WireClass {
  private final String name;
  private final boolean shaped;
  private final List<FieldShape> fields;
  private @Nullable Found found;

  /**
   * A class.
   *
   * @param name its name
   * @param shaped whether the fields are given
   * @param fields in the order of their values
   */
  WireClass(String name, boolean shaped, List<FieldShape> fields) {
    this.name = name;
    this.shaped = shaped;
    this.fields = List.copyOf(fields);
  }

  /** A loader gives the same class for a name for as long as it lives; neither is kept alive. */
  private record Found(WeakReference<ClassLoader> loader, WeakReference<Class<?>> type) {}

  String name() {
    return name;
  }

  boolean shaped() {
    return shaped;
  }

  List<FieldShape> fields() {
    return fields;
  }

  Class<?> find(ClassLoader loader) throws ClassNotFoundException {
    Found last = found;
    if (last != null && last.loader().get() == loader) {
      Class<?> type = last.type().get();
      if (type != null) {
        return type;
      }
    }
    Class<?> type = Classes.byName(name, loader);
    found = new Found(new WeakReference<>(loader), new WeakReference<>(type));
    return type;
  }

  /** Reads an index into the table of classes, and the class itself if it is new. */
  static int read(Source in, List<WireClass> table) throws IOException {
    int index = in.count();
    if (index < table.size()) {
      return index;
    }
    if (index > table.size()) {
      throw in.malformed("class " + index + " is not known yet");
    }
    int slot = KnownClasses.slot(in);
    WireClass known = KnownClasses.match(slot, in);
    if (known != null) {
      table.add(known);
      return index;
    }
    long start = in.position();
    WireClass read = read(in);
    table.add(read);
    KnownClasses.keep(slot, read, in.since(start));
    return index;
  }

  private static WireClass read(Source in) throws IOException {
    int shaped = in.u8();
    if (shaped > 1) {
      throw in.malformed("a class has the unknown form " + shaped);
    }
    String name = in.name();
    List<FieldShape> fields = new ArrayList<>();
    int count = shaped == 0 ? 0 : in.count();
    for (int i = 0; i < count; i++) {
      fields.add(new FieldShape(in.name(), in.name(), in.name()));
    }
    return new WireClass(name, shaped == 1, fields);
  }
}
