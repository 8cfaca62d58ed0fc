package dev.cashet.local;

import dev.cashet.model.Digest;
import dev.cashet.store.BlobInfo;
import dev.cashet.store.BlobStore;
import dev.cashet.store.BlobUnreadableException;
import dev.cashet.store.BlobWriter;
import dev.cashet.store.SmallObject;
import dev.cashet.store.files.FileBlobStore;
import dev.cashet.store.sqlite.SqliteCommits;
import dev.cashet.store.sqlite.SqliteObjects;
import dev.cashet.store.sqlite.SqliteStore;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Stream;

/** Blobs in two places: small ones come with their commits as rows, those that are streamed become files. */
final class TieredBlobs implements BlobStore {
  private final SqliteObjects rows;
  private final SqliteCommits commits;
  private final FileBlobStore files;

  TieredBlobs(SqliteStore database, FileBlobStore files) {
    this.rows = database.blobs();
    this.commits = database.commits();
    this.files = files;
  }

  @Override
  public BlobWriter create() {
    return files.create();
  }

  @Override
  public InputStream open(Digest digest) {
    Optional<SmallObject> row = row(digest);
    if (row.isPresent()) {
      return new ByteArrayInputStream(row.get().bytes());
    }
    try {
      return files.open(digest);
    } catch (BlobUnreadableException e) {
      if (e.isMissing()) {
        // Not a file: let the row say whether it is missing or damaged.
        return rows.open(digest);
      }
      throw e;
    }
  }

  @Override
  public Optional<BlobInfo> stat(Digest digest) {
    Optional<BlobInfo> row = rows.stat(digest);
    return row.isPresent() ? row : files.stat(digest);
  }

  @Override
  public boolean isIntact(Digest digest, long maxBytes) {
    return files.isIntact(digest, maxBytes) || rows.isIntact(digest, maxBytes);
  }

  @Override
  public boolean retain(Digest digest, long maxBytes) {
    return files.retain(digest, maxBytes) || rows.retain(digest, maxBytes);
  }

  @Override
  public void verify(Digest digest) {
    if (rows.stat(digest).isPresent()) {
      rows.verify(digest);
    } else {
      files.verify(digest);
    }
  }

  @Override
  public boolean delete(Digest digest) {
    boolean row = rows.delete(digest);
    if (files.stat(digest).isPresent()) {
      // Before it is gone: a list of files that are gone would be damage, a file off the list is
      // not.
      commits.forgetFile(digest);
    }
    return files.delete(digest) || row;
  }

  @Override
  public Stream<BlobInfo> list() {
    return Stream.concat(rows.list(), files.list());
  }

  private Optional<SmallObject> row(Digest digest) {
    try {
      return rows.find(digest);
    } catch (BlobUnreadableException e) {
      return Optional.empty();
    }
  }
}
