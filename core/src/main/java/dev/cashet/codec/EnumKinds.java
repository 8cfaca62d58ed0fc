package dev.cashet.codec;

import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/** Sets and maps of enum constants, in the order of the constants. */
final class EnumKinds {
  private EnumKinds() {}

  static void set(Object value, Encoder to) throws IOException {
    if (to.refers(value)) {
      return;
    }
    EnumSet<?> set = (EnumSet<?>) value;
    to.out.u8(Wire.ENUM_SET);
    to.className(elementType(set));
    to.out.count(set.size());
    for (Enum<?> constant : set) {
      to.out.name(constant.name());
    }
    to.ends(value, false);
  }

  private static Class<?> elementType(EnumSet<?> set) {
    EnumSet<?> some = set.isEmpty() ? EnumSet.complementOf(set) : set;
    return some.isEmpty() ? Enum.class : some.iterator().next().getDeclaringClass();
  }

  static void map(Object value, Encoder to) throws IOException {
    EnumMap<?, ?> map = (EnumMap<?, ?>) value;
    if (map.isEmpty()) {
      JavaKind.write(value, to);
      return;
    }
    if (to.refers(value)) {
      return;
    }
    to.out.u8(Wire.ENUM_MAP);
    to.className(map.keySet().iterator().next().getDeclaringClass());
    to.out.count(map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String name = ((Enum<?>) entry.getKey()).name();
      to.out.name(name);
      to.part(entry.getValue(), name);
    }
    to.ends(value, false);
  }
}
