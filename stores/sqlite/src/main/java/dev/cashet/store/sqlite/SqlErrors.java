package dev.cashet.store.sqlite;

import dev.cashet.store.StoreException;
import dev.cashet.store.StoreFailedException;
import dev.cashet.store.StoreFormatException;
import dev.cashet.store.StoreReadOnlyException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite says, in the words of the port. */
final class SqlErrors {
  private SqlErrors() {}

  static StoreException translate(String attempted, Path file, SQLException e) {
    String message = "cannot " + attempted + " in " + file + ": " + reason(e);
    return switch (code(e)) {
      case SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_SCHEMA -> new StoreFormatException(message);
      case SQLITE_READONLY,
          SQLITE_READONLY_DBMOVED,
          SQLITE_READONLY_DIRECTORY,
          SQLITE_READONLY_CANTINIT,
          SQLITE_PERM,
          SQLITE_AUTH -> new StoreReadOnlyException(message, e);
      default -> new StoreFailedException(message, e);
    };
  }

  /** The driver hides why it could not open a connection, for example for lack of its native library, in the cause. */
  private static String reason(SQLException e) {
    return e.getCause() == null
        ? String.valueOf(e.getMessage())
        : e.getMessage() + ": " + e.getCause().getMessage();
  }

  /** Whether the file or its directory refuses to be written or to be opened as it must be for writing. */
  static boolean isAccess(SQLException e) {
    return switch (code(e)) {
      case SQLITE_CANTOPEN,
          SQLITE_CANTOPEN_FULLPATH,
          SQLITE_CANTOPEN_ISDIR,
          SQLITE_READONLY,
          SQLITE_READONLY_CANTINIT,
          SQLITE_READONLY_DIRECTORY,
          SQLITE_READONLY_RECOVERY,
          SQLITE_READONLY_ROLLBACK,
          SQLITE_PERM -> true;
      default -> false;
    };
  }

  static SQLiteErrorCode code(SQLException e) {
    return e instanceof SQLiteException sqlite
        ? sqlite.getResultCode()
        : SQLiteErrorCode.UNKNOWN_ERROR;
  }
}
