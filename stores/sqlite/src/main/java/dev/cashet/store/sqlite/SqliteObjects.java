package dev.cashet.store.sqlite;

import dev.cashet.model.Digest;
import dev.cashet.store.BlobInfo;
import dev.cashet.store.BlobStore;
import dev.cashet.store.BlobUnreadableException;
import dev.cashet.store.BlobWriter;
import dev.cashet.store.SmallObject;
import dev.cashet.store.Tier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Blobs as rows of the database; meant for small ones, holds each in memory. */
public final class SqliteObjects implements BlobStore {
  private final SqliteDatabase database;
  private final InstantSource clock;

  SqliteObjects(SqliteDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public BlobWriter create() {
    return new Writer();
  }

  @Override
  public InputStream open(Digest digest) {
    return new ByteArrayInputStream(bytes(digest));
  }

  @Override
  public Optional<BlobInfo> stat(Digest digest) {
    try {
      return find(digest).map(object -> info(digest, object.bytes().length));
    } catch (BlobUnreadableException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean isIntact(Digest digest, long maxBytes) {
    return stat(digest).isPresent();
  }

  @Override
  public boolean retain(Digest digest, long maxBytes) {
    return isIntact(digest, maxBytes)
        && database.write("retain an object", session -> {
          ObjectRows.hold(session, digest, Keys.nanos(clock.instant()));
          return ObjectRows.get(session, digest).isPresent();
        });
  }

  @Override
  public void verify(Digest digest) {
    if (!Digest.sha256(bytes(digest)).equals(digest)) {
      throw BlobUnreadableException.damaged(digest, "its bytes have another digest", null);
    }
  }

  @Override
  public boolean delete(Digest digest) {
    return database.exists()
        && database.write("delete an object", session -> ObjectRows.delete(session, digest));
  }

  @Override
  public Stream<BlobInfo> list() {
    return database.read("list objects", List.<BlobInfo>of(), ObjectRows::list).stream();
  }

  /** The object's bytes, checked; empty if there is none. */
  public Optional<SmallObject> find(Digest digest) {
    return database.read(
        "read an object", Optional.empty(), session -> ObjectRows.get(session, digest));
  }

  private byte[] bytes(Digest digest) {
    return find(digest)
        .orElseThrow(() -> BlobUnreadableException.missing(digest))
        .bytes();
  }

  private static BlobInfo info(Digest digest, long size) {
    return new BlobInfo(digest, size, size, Tier.INLINE);
  }

  /** Collects the bytes and puts them as one row. */
  private final class Writer extends BlobWriter {
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();

    @Override
    public void write(int b) {
      collected.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      collected.write(bytes, offset, length);
    }

    @Override
    public BlobInfo finish() {
      SmallObject object = SmallObject.of(collected.toByteArray());
      database.write("write an object", session -> {
        ObjectRows.put(session, object);
        ObjectRows.hold(session, object.digest(), Keys.nanos(clock.instant()));
        return object;
      });
      return info(object.digest(), object.bytes().length);
    }

    @Override
    public void close() {
      collected.reset();
    }
  }
}
