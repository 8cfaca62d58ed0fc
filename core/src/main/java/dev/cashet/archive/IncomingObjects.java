package dev.cashet.archive;

import dev.cashet.model.Digest;
import dev.cashet.store.BlobWriter;
import dev.cashet.store.SmallObject;
import dev.cashet.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Objects on their way into a store. Large ones go there at once; small ones wait for the commit that names them, since
 * they are kept in one step with it.
 */
final class IncomingObjects {
  private static final long MAX_WAITING_BYTES = 32L << 20;

  private final Store store;
  private final ArchiveReport.Tally tally;
  private final Map<Digest, SmallObject> waiting = new LinkedHashMap<>();
  private long waitingBytes;

  IncomingObjects(Store store, ArchiveReport.Tally tally) {
    this.store = store;
    this.tally = tally;
  }

  /** Is told how many bytes have come. */
  interface Judge {
    void judge(long read) throws IOException;
  }

  void take(Digest digest, long size, InputStream in, Judge judge) throws IOException {
    if (size <= store.smallObjectLimit()) {
      SmallObject object = SmallObject.of(in.readAllBytes());
      if (!object.digest().equals(digest)) {
        tally.skip("object " + digest.hex(), "it has another content than its name says");
      } else if (store.blobs().stat(digest).isEmpty() && waiting.put(digest, object) == null) {
        waitingBytes += size;
        makeRoom();
      }
      return;
    }
    if (store.blobs().isIntact(digest, size)) {
      return;
    }
    if (write(digest, in, judge)) {
      tally.objects++;
      tally.bytes += size;
    } else {
      tally.skip("object " + digest.hex(), "it has another content than its name says");
    }
  }

  /** The small objects among these that wait; they wait no longer. */
  List<SmallObject> of(List<Digest> named) {
    List<SmallObject> found = new ArrayList<>();
    for (Digest each : named) {
      SmallObject object = waiting.remove(each);
      if (object != null) {
        found.add(object);
        count(object);
      }
    }
    return found;
  }

  /** What still waits is named by no commit that was taken. */
  void finish() {
    for (Digest each : waiting.keySet()) {
      tally.skip("object " + each.hex(), "no commit of the archive names it");
    }
    waiting.clear();
  }

  private void count(SmallObject object) {
    waitingBytes -= object.bytes().length;
    tally.objects++;
    tally.bytes += object.bytes().length;
  }

  private void makeRoom() {
    Iterator<SmallObject> oldest = waiting.values().iterator();
    while (waitingBytes > MAX_WAITING_BYTES) {
      SmallObject object = oldest.next();
      store.blobs().put(object.bytes());
      oldest.remove();
      count(object);
    }
  }

  /** Nothing is found under a name that the bytes do not have. */
  private boolean write(Digest digest, InputStream in, Judge judge) throws IOException {
    MessageDigest sha = Digest.newSha256();
    byte[] buffer = new byte[1 << 16];
    long read = 0;
    try (BlobWriter out = store.blobs().create()) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        sha.update(buffer, 0, count);
        out.write(buffer, 0, count);
        read += count;
        judge.judge(read);
      }
      if (!Digest.of(sha.digest()).equals(digest)) {
        return false;
      }
      out.finish();
      return true;
    }
  }
}
