package dev.cashet.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a store's directory holds, for comparison. */
final class StoreImage {
  private StoreImage() {}

  /** Every file's content and time, but SQLite's shared memory, in which readers note where they read. */
  static Map<String, String> bytes(Path store) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (Path path : Directories.under(store)) {
      String name = store.relativize(path).toString();
      if (Files.isRegularFile(path) && !name.endsWith("-shm")) {
        int content = HexFormat.of().formatHex(Files.readAllBytes(path)).hashCode();
        files.put(name, Files.getLastModifiedTime(path) + " " + Files.size(path) + " " + content);
      }
    }
    return files;
  }

  /**
   * The same without the database, and the database's rows without what is saved of use when a client closes: the counters,
   * and when a commit was last used and how often.
   */
  static Map<String, String> meaning(Path store, Path scratch) throws IOException, SQLException {
    Map<String, String> image = bytes(store);
    image.keySet().removeIf(name -> name.startsWith("meta.db"));
    Path copy = Files.createTempDirectory(scratch, "image");
    for (String name : new String[] {"meta.db", "meta.db-wal"}) {
      if (Files.exists(store.resolve(name))) {
        Files.copy(store.resolve(name), copy.resolve(name));
      }
    }
    try (Connection database =
        DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("meta.db"))) {
      for (String table : tables(database)) {
        if (!table.equals("counters")) {
          image.put("table " + table, rows(database, select(database, table)).toString());
        }
      }
    }
    return image;
  }

  private static String select(Connection database, String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (String row : rows(database, "SELECT name FROM pragma_table_info('" + table + "')")) {
      String column = row.substring(0, row.length() - 1);
      if (!column.equals("used_at") && !column.equals("hits")) {
        columns.add(column);
      }
    }
    return "SELECT " + String.join(", ", columns) + " FROM " + table;
  }

  /** The rows of a query as text. */
  static List<String> rows(Connection database, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          Object value = row.getObject(i);
          text.append(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value);
          text.append('|');
        }
        rows.add(text.toString());
      }
    }
    return rows;
  }

  private static List<String> tables(Connection database) throws SQLException {
    List<String> names = new ArrayList<>();
    for (String row : rows(database, "SELECT name FROM sqlite_master WHERE type = 'table'")) {
      names.add(row.substring(0, row.length() - 1));
    }
    return names;
  }
}
