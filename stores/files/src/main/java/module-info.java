import org.jspecify.annotations.NullMarked;

/** Blobs as files below a directory. */
@NullMarked
module dev.cashet.store.files {
  requires transitive dev.cashet.core;
  requires static org.jspecify;
  requires com.github.luben.zstd_jni;

  exports dev.cashet.store.files;

  provides dev.cashet.archive.ArchiveCompression with
      dev.cashet.store.files.ZstdArchives;
}
