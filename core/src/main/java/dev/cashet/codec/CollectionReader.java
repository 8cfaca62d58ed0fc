package dev.cashet.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collections and small holders. */
final class CollectionReader {
  private CollectionReader() {}

  static Object read(int tag, Decoder from) throws IOException {
    return switch (tag) {
      case Wire.LIST -> list(from);
      case Wire.SET -> set(from);
      case Wire.MAP -> map(from);
      case Wire.ENUM_SET -> enumSet(from);
      case Wire.ENUM_MAP -> enumMap(from);
      case Wire.HOLDER -> holder(from);
      default -> throw from.unknown(tag);
    };
  }

  private static Object list(Decoder from) throws IOException {
    int code = from.in.u8();
    ListKind kind = ListKind.of(code);
    if (kind == null) {
      throw from.in.malformed("there is an unknown kind of list, " + code);
    }
    Collection<@Nullable Object> list = kind.empty();
    if (list == null) {
      return kind.copy(elements(from));
    }
    int number = from.begin(list);
    int count = from.in.count();
    for (int i = 0; i < count; i++) {
      list.add(from.part());
    }
    from.end(number, false);
    return list;
  }

  private static List<@Nullable Object> elements(Decoder from) throws IOException {
    int count = from.in.count();
    List<@Nullable Object> elements = new ArrayList<>(Math.min(count, 16));
    for (int i = 0; i < count; i++) {
      elements.add(from.part());
    }
    return elements;
  }

  private static Object set(Decoder from) throws IOException {
    int code = from.in.u8();
    SetKind kind = SetKind.of(code);
    if (kind == null) {
      throw from.in.malformed("there is an unknown kind of set, " + code);
    }
    int before = from.mark();
    Collection<@Nullable Object> set = kind.empty();
    if (set == null) {
      List<@Nullable Object> elements = elements(from);
      refuseIncomplete(from);
      from.release(before, () -> {});
      checkSpread(from, elements);
      Collection<?> made = kind.copy(elements);
      checkSize(from, made.size(), elements.size());
      return made;
    }
    int number = from.begin(set);
    List<@Nullable Object> elements = elements(from);
    from.release(before, () -> {
      checkSpread(from, elements);
      set.addAll(elements);
      checkSize(from, set.size(), elements.size());
    });
    from.end(number, false);
    return set;
  }

  private static void refuseIncomplete(Decoder from) {
    if (from.isIncomplete()) {
      throw from.in.malformed("an immutable set or map holds an object that is not complete");
    }
  }

  private static void checkSpread(Decoder from, List<@Nullable Object> elements) {
    if (!HashCodes.spread(elements)) {
      throw from.in.malformed("too many elements of a set or map have the same hash code");
    }
  }

  private static void checkSize(Decoder from, int size, int expected) {
    if (size != expected) {
      throw from.in.malformed(
          "a set or map had " + expected + " different elements, of which " + size + " differ now");
    }
  }

  private static Object map(Decoder from) throws IOException {
    int code = from.in.u8();
    MapKind kind = MapKind.of(code);
    if (kind == null) {
      throw from.in.malformed("there is an unknown kind of map, " + code);
    }
    int before = from.mark();
    Map<@Nullable Object, @Nullable Object> map = kind.empty();
    int number = map == null ? -1 : from.begin(map);
    int count = from.in.count();
    List<@Nullable Object> keys = new ArrayList<>(Math.min(count, 16));
    List<@Nullable Object> values = new ArrayList<>(Math.min(count, 16));
    for (int i = 0; i < count; i++) {
      keys.add(from.part());
      values.add(from.part());
    }
    if (map == null) {
      refuseIncomplete(from);
      from.release(before, () -> {});
      Map<@Nullable Object, @Nullable Object> entries =
          kind.isOrdered() ? new LinkedHashMap<>() : new HashMap<>();
      put(from, entries, keys, values);
      checkSize(from, entries.size(), count);
      return kind.copy(entries);
    }
    from.release(before, () -> {
      put(from, map, keys, values);
      checkSize(from, map.size(), count);
    });
    from.end(number, false);
    return map;
  }

  private static void put(
      Decoder from,
      Map<@Nullable Object, @Nullable Object> map,
      List<@Nullable Object> keys,
      List<@Nullable Object> values) {
    checkSpread(from, keys);
    for (int i = 0; i < keys.size(); i++) {
      map.put(keys.get(i), values.get(i));
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object enumSet(Decoder from) throws IOException {
    Class<?> type = from.namedClass();
    int count = from.in.count();
    if (!type.isEnum() && type != Enum.class) {
      throw from.in.malformed("a set of constants is of a class that is no enum");
    }
    EnumSet set = EnumSet.noneOf((Class) type);
    int number = from.begin(set);
    for (int i = 0; i < count; i++) {
      set.add(ScalarReader.constant(type, from.in.name()));
    }
    checkSize(from, set.size(), count);
    from.end(number, false);
    return set;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object enumMap(Decoder from) throws IOException {
    Class<?> type = from.namedClass();
    if (!type.isEnum()) {
      throw from.in.malformed("a map of constants is of a class that is no enum");
    }
    EnumMap map = new EnumMap(type);
    int number = from.begin(map);
    int count = from.in.count();
    for (int i = 0; i < count; i++) {
      Enum<?> constant = ScalarReader.constant(type, from.in.name());
      map.put(constant, from.part());
    }
    checkSize(from, map.size(), count);
    from.end(number, false);
    return map;
  }

  private static Object holder(Decoder from) throws IOException {
    int code = from.in.u8();
    HolderKind kind = HolderKind.of(code);
    int count = from.in.count();
    if (kind == null || count > 2) {
      throw from.in.malformed("there is an unknown kind of holder, " + code);
    }
    @Nullable Object[] parts = new Object[count];
    for (int i = 0; i < count; i++) {
      parts[i] = from.part();
    }
    try {
      return kind.fromParts(parts);
    } catch (RuntimeException e) {
      throw from.in.malformed("a holder of kind " + kind + " is not well-formed");
    }
  }
}
