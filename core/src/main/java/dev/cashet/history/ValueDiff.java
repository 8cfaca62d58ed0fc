package dev.cashet.history;

import dev.cashet.codec.ValueTree;
import dev.cashet.history.OutputDiff.ValueChange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two values place by place. Lists are compared between their common start and end, so that what was inserted or removed
 * in one place shows as that; maps and objects by key; sets by what only one of them has. Works off a list of places
 * instead of calling itself, since values may be nested deeply.
 */
final class ValueDiff {
  private record Place(String path, ValueTree before, ValueTree after) {}

  private final Deque<Place> left = new ArrayDeque<>();
  private final List<ValueChange> changes = new ArrayList<>();
  private boolean complete = true;

  private ValueDiff() {}

  static OutputDiff between(ValueTree before, ValueTree after) {
    ValueDiff diff = new ValueDiff();
    diff.left.push(new Place("$", before, after));
    while (!diff.left.isEmpty() && diff.complete) {
      diff.compare(diff.left.pop());
    }
    return new OutputDiff(OutputDiff.State.COMPARED, "", diff.changes, diff.complete);
  }

  private void compare(Place place) {
    if (place.before() instanceof ValueTree.Sequence one
        && place.after() instanceof ValueTree.Sequence other
        && isSet(one) == isSet(other)) {
      if (isSet(one)) {
        sets(place.path(), one.elements(), other.elements());
      } else {
        lists(place.path(), one.elements(), other.elements());
      }
    } else if (place.before() instanceof ValueTree.Mapping one
        && place.after() instanceof ValueTree.Mapping other) {
      keyed(place.path(), entries(one), entries(other));
    } else if (place.before() instanceof ValueTree.Structure one
        && place.after() instanceof ValueTree.Structure other
        && one.type().equals(other.type())) {
      keyed(place.path(), fields(one), fields(other));
    } else if (place.before() instanceof ValueTree.Numbers one
        && place.after() instanceof ValueTree.Numbers other
        && one.array().getClass() == other.array().getClass()) {
      if (!SameValues.same(one, other)) {
        lists(place.path(), SameValues.elements(one), SameValues.elements(other));
      }
    } else if (!SameValues.same(place.before(), place.after())) {
      add(place.path(), Optional.of(place.before()), Optional.of(place.after()));
    }
  }

  private static boolean isSet(ValueTree.Sequence sequence) {
    return sequence.type().endsWith("_set");
  }

  private void lists(String path, List<ValueTree> one, List<ValueTree> other) {
    int shorter = Math.min(one.size(), other.size());
    int head = 0;
    int tail = 0;
    if (one.size() != other.size()) {
      while (head < shorter && SameValues.same(one.get(head), other.get(head))) {
        head++;
      }
      while (tail < shorter - head
          && SameValues.same(one.get(one.size() - 1 - tail), other.get(other.size() - 1 - tail))) {
        tail++;
      }
    }
    int old = one.size() - tail;
    int now = other.size() - tail;
    int both = Math.min(old, now);
    List<Place> places = new ArrayList<>();
    for (int i = head; i < both; i++) {
      places.add(new Place(path + "[" + i + "]", one.get(i), other.get(i)));
    }
    for (int i = both; i < old && complete; i++) {
      add(path + "[" + i + "]", Optional.of(one.get(i)), Optional.empty());
    }
    for (int i = both; i < now && complete; i++) {
      add(path + "[" + i + "]", Optional.empty(), Optional.of(other.get(i)));
    }
    later(places);
  }

  private void sets(String path, List<ValueTree> one, List<ValueTree> other) {
    Map<String, ValueTree> old = byText(one);
    Map<String, ValueTree> now = byText(other);
    old.forEach((text, value) -> {
      if (!now.containsKey(text)) {
        add(path + "{}", Optional.of(value), Optional.empty());
      }
    });
    now.forEach((text, value) -> {
      if (!old.containsKey(text)) {
        add(path + "{}", Optional.empty(), Optional.of(value));
      }
    });
  }

  private void keyed(String path, Map<String, ValueTree> one, Map<String, ValueTree> other) {
    List<Place> places = new ArrayList<>();
    one.forEach((key, value) -> {
      ValueTree now = other.get(key);
      if (now == null) {
        add(path + key, Optional.of(value), Optional.empty());
      } else {
        places.add(new Place(path + key, value, now));
      }
    });
    other.forEach((key, value) -> {
      if (!one.containsKey(key)) {
        add(path + key, Optional.empty(), Optional.of(value));
      }
    });
    later(places);
  }

  private void later(List<Place> places) {
    for (int i = places.size() - 1; i >= 0; i--) {
      left.push(places.get(i));
    }
  }

  private static Map<String, ValueTree> fields(ValueTree.Structure structure) {
    Map<String, ValueTree> fields = new LinkedHashMap<>();
    structure.fields().forEach(field -> fields.put("." + field.name(), field.value()));
    return fields;
  }

  private static Map<String, ValueTree> entries(ValueTree.Mapping mapping) {
    Map<String, ValueTree> entries = new LinkedHashMap<>();
    for (ValueTree.Pair pair : mapping.entries()) {
      boolean plain = pair.key() instanceof ValueTree.Simple simple
          && simple.value() instanceof String text
          && text.matches("[A-Za-z_][A-Za-z0-9_]*");
      entries.put(
          plain
              ? "." + ((ValueTree.Simple) pair.key()).value()
              : "[" + BriefJson.whole(pair.key()) + "]",
          pair.value());
    }
    return entries;
  }

  private static Map<String, ValueTree> byText(List<ValueTree> values) {
    Map<String, ValueTree> texts = new LinkedHashMap<>();
    values.forEach(value -> texts.put(BriefJson.whole(value), value));
    return texts;
  }

  private void add(String path, Optional<ValueTree> before, Optional<ValueTree> after) {
    if (changes.size() == OutputDiff.MAX_CHANGES) {
      complete = false;
      return;
    }
    changes.add(new ValueChange(path, before.map(BriefJson::of), after.map(BriefJson::of)));
  }
}
