package dev.cashet.cli;

import dev.cashet.codec.ValueTree;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A list as a table (RFC 4180): records and maps become rows under the names of their fields, lists and arrays become rows
 * without a head, plain values a column of their own. Nothing becomes an empty cell. What has no place in a cell is
 * refused.
 */
final class Csv {
  private static final String END = "\r\n";

  private final StringBuilder out = new StringBuilder();

  String table(ValueTree value) {
    List<ValueTree> rows = rows(value, "the result");
    Set<String> columns = new LinkedHashSet<>();
    List<Map<String, ValueTree>> named = new ArrayList<>();
    for (ValueTree row : rows) {
      Map<String, ValueTree> cells = named(row);
      named.add(cells);
      columns.addAll(cells.keySet());
    }
    if (!columns.isEmpty()) {
      line(List.copyOf(columns));
    }
    for (int i = 0; i < rows.size(); i++) {
      List<String> cells = new ArrayList<>();
      String place = "row " + (i + 1);
      if (columns.isEmpty()) {
        plain(rows.get(i), place, cells);
      } else if (!isNamed(rows.get(i))) {
        throw new CommandFailure(place + " has no names, and others have: that is no table");
      } else {
        for (String column : columns) {
          ValueTree cell = named.get(i).getOrDefault(column, new ValueTree.Nothing());
          cells.add(cell(cell, place + ", column " + column));
        }
      }
      line(cells);
    }
    return out.toString();
  }

  private static List<ValueTree> rows(ValueTree value, String place) {
    if (value instanceof ValueTree.Sequence sequence) {
      return sequence.elements();
    }
    if (value instanceof ValueTree.Numbers numbers) {
      List<ValueTree> rows = new ArrayList<>();
      for (int i = 0; i < Array.getLength(numbers.array()); i++) {
        rows.add(new ValueTree.Simple("", Array.get(numbers.array(), i)));
      }
      return rows;
    }
    if (isNamed(value)) {
      return List.of(value);
    }
    throw new CommandFailure(place + " is no list, and so no table: .json and .txt take anything");
  }

  private static boolean isNamed(ValueTree row) {
    return row instanceof ValueTree.Structure || row instanceof ValueTree.Mapping;
  }

  private static Map<String, ValueTree> named(ValueTree row) {
    Map<String, ValueTree> cells = new LinkedHashMap<>();
    if (row instanceof ValueTree.Structure structure) {
      structure.fields().forEach(field -> cells.put(field.name(), field.value()));
    } else if (row instanceof ValueTree.Mapping mapping) {
      mapping.entries().forEach(entry -> cells.put(cell(entry.key(), "a key"), entry.value()));
    }
    return cells;
  }

  private static void plain(ValueTree row, String place, List<String> cells) {
    if (row instanceof ValueTree.Sequence || row instanceof ValueTree.Numbers) {
      int column = 1;
      for (ValueTree each : rows(row, place)) {
        cells.add(cell(each, place + ", column " + column++));
      }
    } else {
      cells.add(cell(row, place));
    }
  }

  private static String cell(ValueTree value, String place) {
    if (value instanceof ValueTree.Nothing) {
      return "";
    }
    if (value instanceof ValueTree.Simple simple) {
      return simple.value().toString();
    }
    throw new CommandFailure(place + " holds what does not fit into a cell; .json takes it");
  }

  private void line(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      out.append(i == 0 ? "" : ",").append(quoted(cells.get(i)));
    }
    out.append(END);
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain && text.equals(text.strip()) ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
