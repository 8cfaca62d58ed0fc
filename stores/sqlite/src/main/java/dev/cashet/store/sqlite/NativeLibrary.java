package dev.cashet.store.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.OSInfo;

/**
 * SQLite's native library, unpacked once per user and version instead of at every start of a program, which costs the
 * driver about 100 ms. Only where the user has a cache directory that nobody else can write, and has not told the driver
 * where its library is; anywhere else the driver does as it always does.
 */
final class NativeLibrary {
  private static final String PATH_PROPERTY = "org.sqlite.lib.path";

  private NativeLibrary() {}

  /** Before the first connection; safe to call again. */
  static synchronized void prepare() {
    if (System.getProperty(PATH_PROPERTY) != null) {
      return;
    }
    try {
      Path directory = unpacked();
      if (directory != null) {
        System.setProperty(PATH_PROPERTY, directory.toString());
      }
    } catch (IOException | RuntimeException e) {
      System.getLogger("dev.cashet.store")
          .log(System.Logger.Level.DEBUG, "SQLite unpacks its library itself: {0}", e.toString());
    }
  }

  private static @Nullable Path unpacked() throws IOException {
    String platform = OSInfo.getNativeLibFolderPathForCurrentOS();
    String name = System.mapLibraryName("sqlitejdbc");
    URL resource =
        SQLiteJDBCLoader.class.getResource("/org/sqlite/native/" + platform + "/" + name);
    Path cache = cacheDirectory();
    if (resource == null || cache == null) {
      return null;
    }
    URLConnection connection = resource.openConnection();
    long size = connection.getContentLengthLong();
    Path directory =
        cache.resolve("sqlite-" + SQLiteJDBCLoader.getVersion() + "-" + platform.replace('/', '-'));
    Path library = directory.resolve(name);
    if (Files.isRegularFile(library) && Files.size(library) == size) {
      return directory;
    }
    createPrivate(directory);
    Path temporary = Files.createTempFile(directory, name, ".tmp");
    try (InputStream in = connection.getInputStream()) {
      Files.copy(in, temporary, StandardCopyOption.REPLACE_EXISTING);
      Files.move(temporary, library, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
    return directory;
  }

  /** The user's own cache directory, if the platform has the notion of one that others cannot write. */
  private static @Nullable Path cacheDirectory() {
    String configured = System.getenv("XDG_CACHE_HOME");
    String home = System.getProperty("user.home");
    Path base = configured != null && !configured.isBlank()
        ? Path.of(configured)
        : home == null || home.isBlank() ? null : Path.of(home, ".cache");
    if (base == null
        || !base.isAbsolute()
        || !base.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return null;
    }
    Path parent = base.getParent();
    return parent != null && Files.isWritable(parent) ? base.resolve("cashet") : null;
  }

  private static void createPrivate(Path directory) throws IOException {
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }
}
