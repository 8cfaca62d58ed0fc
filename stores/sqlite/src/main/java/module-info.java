import org.jspecify.annotations.NullMarked;

/** Commits, claims and small objects in one SQLite file, for many threads and processes of one machine. */
@NullMarked
module dev.cashet.store.sqlite {
  requires transitive dev.cashet.core;
  requires static transitive org.jspecify;
  requires java.sql;
  requires org.xerial.sqlitejdbc;

  exports dev.cashet.store.sqlite;
}
