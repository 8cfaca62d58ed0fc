package dev.cashet.serializer.json;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a {@code Map} or {@code Set} is whose class is not declared; one choice for a whole result. */
@SuppressWarnings("rawtypes") // as Jackson wants them
enum Containers {
  HASHED("hashed", HashMap.class, HashSet.class),
  LINKED("linked", LinkedHashMap.class, LinkedHashSet.class),
  SORTED("sorted", TreeMap.class, TreeSet.class);

  private final String label;
  private final Class<? extends Map> map;
  private final Class<? extends Set> set;

  Containers(String label, Class<? extends Map> map, Class<? extends Set> set) {
    this.label = label;
    this.map = map;
    this.set = set;
  }

  String label() {
    return label;
  }

  Class<? extends Map> map() {
    return map;
  }

  Class<? extends Set> set() {
    return set;
  }
}
