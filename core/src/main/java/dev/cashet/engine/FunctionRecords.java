package dev.cashet.engine;

import dev.cashet.model.Digest;
import dev.cashet.model.Finding;
import dev.cashet.model.FunctionRecord;
import dev.cashet.store.SmallObject;
import dev.cashet.store.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what is known of a function once per version of it, before the first commit that names it. */
final class FunctionRecords {
  private static final int REMEMBERED = 64;

  private final Store store;
  private final Map<Key, SmallObject> encoded = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Key, SmallObject> eldest) {
      return size() > REMEMBERED;
    }
  };

  FunctionRecords(Store store) {
    this.store = store;
  }

  private record Key(Digest function, String name, boolean pure) {}

  /** Makes sure the record is kept: as a blob at once, or by way of the commit's small objects. */
  Digest keep(KeyedCall call, List<SmallObject> objects) {
    SmallObject record = encode(call);
    if (record.bytes().length <= store.smallObjectLimit()) {
      objects.add(record);
    } else if (!store.blobs().retain(record.digest(), record.bytes().length)) {
      store.blobs().put(record.bytes());
    }
    return record.digest();
  }

  private SmallObject encode(KeyedCall call) {
    boolean pure = call.policy().key().pure();
    Key key = new Key(call.function().digest(), call.target().name().qualifiedName(), pure);
    synchronized (encoded) {
      SmallObject known = encoded.get(key);
      if (known != null) {
        return known;
      }
    }
    FunctionRecord found = call.function().record();
    FunctionRecord record = new FunctionRecord(
        found.name(),
        found.digest(),
        found.key(),
        found.libraries(),
        findings(call),
        found.source());
    SmallObject object = SmallObject.of(record.encode());
    synchronized (encoded) {
      encoded.put(key, object);
    }
    return object;
  }

  /** What the function's identity cannot vouch for, without the impurities that the caller vouches for. */
  static List<Finding> findings(KeyedCall call) {
    List<Finding> all = call.function().findings();
    return call.policy().key().pure()
        ? all.stream().filter(each -> each.category() == Finding.Category.HOLE).toList()
        : all;
  }
}
