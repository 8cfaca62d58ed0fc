package dev.cashet.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A class as it stands in the bytes.
 *
 * @param name its name
 * @param shaped whether the fields are given
 * @param fields in the order of their values
 */
record WireClass(String name, boolean shaped, List<FieldShape> fields) {

  /** Reads an index into the table of classes, and the class itself if it is new. */
  static int read(Source in, List<WireClass> table) throws IOException {
    int index = in.count();
    if (index < table.size()) {
      return index;
    }
    if (index > table.size()) {
      throw in.malformed("class " + index + " is not known yet");
    }
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
    table.add(new WireClass(name, shaped == 1, fields));
    return index;
  }
}
