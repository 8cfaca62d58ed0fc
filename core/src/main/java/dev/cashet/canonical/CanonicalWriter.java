package dev.cashet.canonical;

import dev.cashet.model.Digest;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One walk over one value. Every group (list, record, object …) is hashed by itself and stands in the group around it by
 * its digest, so that the bytes never have to be in memory together; what is plain and short stands by itself. The walk
 * keeps its own stack: a list of 100,000 nested lists needs no thread of that depth.
 *
 * <p>An object met again inside itself is written as the number of groups between, which depends on the shape of the
 * value alone. A group without such references out of it has the same digest wherever it is met; once a walk has become
 * long, such digests are remembered, so that a value that shares its parts costs its size in memory and not its size
 * when written out.
 *
 * <p>Rejected: numbering objects in the order they are met (sharing would count); writing out everything before hashing
 * (a shared diamond of 40 levels would never end); recursion (the stack).
 */
final class CanonicalWriter {
  private static final int FLUSH_AT = 1 << 15;
  private static final int SCAN_DEPTH = 24;
  private static final int REMEMBER_AFTER = 4096;
  private static final int REMEMBER_WEIGHT = 64;
  private static final int MAX_REVISITS = 200_000;

  final Bytes bytes = new Bytes();
  private final Forms forms;
  private Frame[] frames = newFrames();
  private int depth;
  private long visited;
  private int revisits;
  private @Nullable Map<Object, Integer> open;
  private @Nullable Map<Object, Digest> known;
  private @Nullable Set<Object> entangled;
  private Supplier<String> root = () -> "";
  private @Nullable CanonicalObserver observer;
  private @Nullable Class<?> lastInstance;
  private @Nullable Object alias;
  private boolean busy;

  CanonicalWriter(Forms forms) {
    this.forms = forms;
  }

  boolean isBusy() {
    return busy;
  }

  Digest digest(@Nullable Object value, Supplier<String> path, CanonicalObserver listener) {
    try {
      write(value, path, listener);
      return bytes.array()[1] == Tag.STAND_IN ? Digest.of(bytes.array(), 2) : bytes.hash(0, null);
    } catch (ConcurrentModificationException e) {
      throw changed();
    } finally {
      reset();
    }
  }

  /** Adds the short form of a value. */
  void shortForm(
      @Nullable Object value, Supplier<String> path, CanonicalObserver listener, ArgumentForms to) {
    try {
      write(value, path, listener);
      to.append(bytes.array(), 1, bytes.size() - 1);
    } catch (ConcurrentModificationException e) {
      throw changed();
    } finally {
      reset();
    }
  }

  private void write(@Nullable Object value, Supplier<String> path, CanonicalObserver listener) {
    busy = true;
    root = path;
    observer = listener;
    bytes.u8(Tag.SCHEME);
    emit(value);
    while (depth > 0) {
      step(frames[depth - 1]);
    }
  }

  private void reset() {
    for (int i = 0; i < frames.length && i <= depth; i++) {
      frames[i].clear();
    }
    if (frames.length > 1024) {
      frames = newFrames();
    }
    bytes.clear();
    depth = 0;
    visited = 0;
    revisits = 0;
    open = null;
    known = null;
    entangled = null;
    observer = null;
    lastInstance = null;
    alias = null;
    busy = false;
  }

  private static Frame[] newFrames() {
    Frame[] some = new Frame[8];
    Arrays.setAll(some, i -> new Frame());
    return some;
  }

  /** Goes on with a group until it ends or another one opens inside it. */
  private void step(Frame top) {
    Children children = top.children;
    int level = depth;
    if (children instanceof Children.OfArray array && top.unit == 0) {
      step(top, array);
      return;
    }
    while (children != null && children.hasNext()) {
      top.beforeChild(bytes.size());
      emit(children.next());
      if (depth != level) {
        return;
      }
      if (top.unit == 0 && bytes.size() - top.start > FLUSH_AT) {
        flush(top);
      }
    }
    close(top);
  }

  /** The same for elements at hand, which nothing has to be asked for. */
  private void step(Frame top, Children.OfArray elements) {
    int level = depth;
    while (elements.hasNext()) {
      int numbers = elements.writeNumbers(bytes);
      top.seen += numbers;
      if (numbers == 0) {
        top.seen++;
        emit(elements.next());
        if (depth != level) {
          return;
        }
      }
      if (bytes.size() - top.start > FLUSH_AT) {
        flush(top);
      }
    }
    close(top);
  }

  private void flush(Frame top) {
    MessageDigest hash = top.flushed;
    if (hash == null) {
      hash = Digest.newSha256();
      top.flushed = hash;
    }
    hash.update(bytes.array(), top.start, bytes.size() - top.start);
    bytes.truncate(top.start);
  }

  private void emit(@Nullable Object value) {
    if (value == null) {
      bytes.u8(Tag.NULL);
    } else if (value instanceof String text) {
      bytes.text(text);
    } else if (value instanceof Double number) {
      bytes.tagged64(Tag.DOUBLE, Double.doubleToLongBits(number));
    } else if (value instanceof Integer number) {
      bytes.tagged32(Tag.INT, number);
    } else {
      forms.of(value.getClass()).write(value, this);
    }
  }

  /** The group that begins next is a part of an object and not the object itself. */
  void beginAs(Object part) {
    alias = part;
  }

  /** Writes another value in the place of the one that is being written. */
  void instead(@Nullable Object value) {
    emit(value);
  }

  /**
   * Starts a group unless it is already known or open; the caller goes on with what heads it, then {@link #children} or
   * {@link #unordered}.
   *
   * @return false if everything about this value has been written
   */
  boolean begin(Object value, int tag) {
    visited++;
    Object identity = alias == null ? value : alias;
    alias = null;
    if (depth > 0 && (back(identity) || remembered(identity))) {
      return false;
    }
    if (entangled != null && entangled.contains(identity) && ++revisits > MAX_REVISITS) {
      throw refusal(
          value.getClass(),
          "its objects refer to each other in so many ways that the ways cannot be counted; give its class a"
              + " Canonicalizer, or pass ids instead of objects");
    }
    if (depth == frames.length) {
      Frame[] more = Arrays.copyOf(frames, depth * 2);
      for (int i = depth; i < more.length; i++) {
        more[i] = new Frame();
      }
      frames = more;
    }
    Frame frame = frames[depth++];
    frame.open(identity, bytes.size());
    if (depth > SCAN_DEPTH) {
      openObjects().put(identity, depth - 1);
    }
    bytes.u8(Tag.SCHEME);
    bytes.u8(tag);
    return true;
  }

  private Map<Object, Integer> openObjects() {
    Map<Object, Integer> objects = open;
    if (objects == null) {
      objects = new IdentityHashMap<>();
      open = objects;
    }
    return objects;
  }

  private boolean back(Object value) {
    int found = -1;
    for (int i = Math.min(depth, SCAN_DEPTH) - 1; i >= 0; i--) {
      if (frames[i].value == value) {
        found = i;
        break;
      }
    }
    if (found < 0 && open != null) {
      Integer at = open.get(value);
      found = at == null ? -1 : at;
    }
    if (found < 0) {
      return false;
    }
    bytes.u8(Tag.BACK);
    bytes.i32(depth - found);
    Frame top = frames[depth - 1];
    top.lowestBack = Math.min(top.lowestBack, found);
    return true;
  }

  private boolean remembered(Object value) {
    Digest digest = known == null ? null : known.get(value);
    if (digest == null) {
      return false;
    }
    bytes.standIn(digest);
    return true;
  }

  /** The rest of the group that was begun: these values, in this order. */
  void children(int count, Children children) {
    Frame top = frames[depth - 1];
    bytes.i32(count);
    top.expected = count;
    top.body = bytes.size();
    top.children = children;
  }

  /** The rest of the group that was begun: these values, whose order does not count, in units of so many. */
  void unordered(int count, int unit, Children children) {
    children(count, children);
    frames[depth - 1].unit = unit;
  }

  private void close(Frame top) {
    if (top.seen != top.expected) {
      throw changed();
    }
    if (top.unitCount > 1) {
      Units.sort(bytes, top);
    }
    Digest digest = bytes.hash(top.start, top.flushed);
    bytes.truncate(top.start);
    bytes.standIn(digest);
    depth--;
    Object value = top.value;
    if (depth >= SCAN_DEPTH && open != null) {
      open.remove(value);
    }
    boolean closed = top.lowestBack >= depth;
    if (depth > 0) {
      Frame parent = frames[depth - 1];
      parent.weight += top.weight;
      if (!closed) {
        parent.lowestBack = Math.min(parent.lowestBack, top.lowestBack);
      }
    }
    if (value != null && visited > REMEMBER_AFTER) {
      remember(value, closed, top.weight, digest);
    }
    top.clear();
  }

  private void remember(Object value, boolean closed, long weight, Digest digest) {
    if (!closed) {
      if (entangled == null) {
        entangled = Collections.newSetFromMap(new IdentityHashMap<>());
      }
      entangled.add(value);
    } else if (weight >= REMEMBER_WEIGHT) {
      if (known == null) {
        known = new IdentityHashMap<>();
      }
      known.put(value, digest);
    }
  }

  /** Tells the observer of a class whose code may be reached through the value. */
  void instance(Class<?> type) {
    if (type != lastInstance) {
      lastInstance = type;
      listener().instance(type);
    }
  }

  CanonicalObserver listener() {
    CanonicalObserver current = observer;
    if (current == null) {
      throw new IllegalStateException("no walk is going on");
    }
    return current;
  }

  /** Where the walk is, for messages: {@code argument 2 → config.source}. */
  String path() {
    String start = root.get();
    StringBuilder path = new StringBuilder(start);
    for (int i = 0; i < depth; i++) {
      Children children = frames[i].children;
      if (children == null) {
        continue;
      }
      if (path.length() > 400) {
        return path.append(" …").toString();
      }
      String place = children.place();
      if (path.length() == start.length() && !start.isEmpty()) {
        path.append(" → ").append(place.startsWith(".") ? place.substring(1) : place);
      } else {
        path.append(place);
      }
    }
    return path.toString();
  }

  UnhashableException refusal(Class<?> type, String reason) {
    return new UnhashableException(path(), type.getTypeName(), reason);
  }

  private UnhashableException changed() {
    Object value = depth == 0 ? null : frames[depth - 1].value;
    return new UnhashableException(
        path(),
        value == null ? "unknown" : value.getClass().getTypeName(),
        "it was changed by another thread while it was being hashed; pass a copy");
  }
}
