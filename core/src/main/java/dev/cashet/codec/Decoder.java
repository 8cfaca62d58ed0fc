package dev.cashet.codec;

import dev.cashet.model.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value on its way out of bytes that are not trusted. Elements of a set or map that hold an object which is not
 * complete yet are put in when that object is, since only then do they have a hash code.
 */
final class Decoder {
  private static final int NONE = Integer.MAX_VALUE;

  final Source in;
  private final ReadContext context;
  private final StoredValueFormat references;
  private final List<WireClass> classes = new ArrayList<>();
  private final List<@Nullable Class<?>> resolved = new ArrayList<>();
  private final List<@Nullable Object> numbered = new ArrayList<>();
  private final BitSet open = new BitSet();
  private final List<Later> later = new ArrayList<>();
  private int depth;
  /** The outermost object still open that something read since the last {@link #mark} refers to. */
  private int outermost = NONE;

  /** What is done when the object of that number is complete. */
  private record Later(int number, Runnable action) {}

  Decoder(Source in, ReadContext context, StoredValueFormat references) {
    this.in = in;
    this.context = context;
    this.references = references;
  }

  /** A part of the value that is being read. */
  @Nullable
  Object part() throws IOException {
    return value(in.u8());
  }

  @Nullable
  Object value(int tag) throws IOException {
    if (++depth > Wire.MAX_DEPTH + 1) {
      throw in.malformed("parts lie deeper within parts than " + Wire.MAX_DEPTH);
    }
    Object value;
    switch (tag >> 4) {
      case 0 -> value = tag == Wire.NULL ? null : reference(tag);
      case 1 -> value = ScalarReader.read(tag, this);
      case 2 -> value = ArrayReader.read(tag, this);
      case 3 -> value = CollectionReader.read(tag, this);
      case 4 ->
        value = switch (tag) {
          case Wire.STORED -> stored();
          case Wire.FILE -> file();
          default -> ObjectReader.read(tag, this);
        };
      default -> throw unknown(tag);
    }
    depth--;
    return value;
  }

  UnreadableResultException unknown(int tag) {
    return in.malformed("there is an unknown kind of value, " + Integer.toHexString(tag));
  }

  private Object reference(int tag) throws IOException {
    if (tag != Wire.REF) {
      throw unknown(tag);
    }
    int number = in.count();
    Object value = number < numbered.size() ? numbered.get(number) : null;
    if (value == null) {
      throw in.malformed("it refers to an object that is not there");
    }
    if (open.get(number)) {
      outermost = Math.min(outermost, number);
    }
    return value;
  }

  private Object stored() throws IOException {
    Digest blob = Digest.of(in.raw(Digest.BYTES));
    return references.restore(blob, in.name());
  }

  /** Its bytes stay where they are. */
  private Object file() throws IOException {
    StoredFile file = StoredFile.head(in, context.reopen());
    in.skip(file.sizeBytes());
    return references.file(file);
  }

  /** Gives the next number to an object that is being filled; null if nothing may refer to it meanwhile. */
  int begin(@Nullable Object object) {
    int number = numbered.size();
    numbered.add(object);
    open.set(number);
    return number;
  }

  /** The object is complete; what is not kept cannot be referred to any more. */
  void end(int number, boolean kept) {
    open.clear(number);
    if (!kept) {
      numbered.set(number, null);
    }
    for (int i = 0; i < later.size(); ) {
      if (later.get(i).number() == number) {
        later.remove(i).action().run();
      } else {
        i++;
      }
    }
    if (outermost == number) {
      outermost = NONE;
    }
  }

  /** Starts watching for references to open objects; gives what {@link #release} needs. */
  int mark() {
    int before = outermost;
    outermost = NONE;
    return before;
  }

  /** Ends what {@link #mark} began and does the action as soon as everything read since is complete. */
  void release(int before, Runnable action) {
    int seen = outermost;
    outermost = Math.min(before, seen);
    if (seen == NONE) {
      action.run();
    } else {
      later.add(new Later(seen, action));
    }
  }

  /** Whether something read since the last {@link #mark} is not complete. */
  boolean isIncomplete() {
    return outermost != NONE;
  }

  /** A class whose objects may be made. */
  Class<?> madeClass(WireClass wire, int index) {
    return resolve(wire, index, false);
  }

  /** A class that is on the list of the platform's classes. */
  Class<?> platformClass(WireClass wire) {
    try {
      return wire.find(context.loader());
    } catch (ClassNotFoundException | LinkageError e) {
      throw missing(wire.name(), e);
    }
  }

  private static UnreadableResultException missing(String name, Throwable cause) {
    return new UnreadableResultException(
        "cannot read a stored result: its class " + name + " is not there", cause);
  }

  /** A class that is only named. */
  Class<?> namedClass() throws IOException {
    int index = WireClass.read(in, classes);
    return resolve(classes.get(index), index, true);
  }

  int classIndex() throws IOException {
    return WireClass.read(in, classes);
  }

  WireClass wireClass(int index) {
    return classes.get(index);
  }

  private Class<?> resolve(WireClass wire, int index, boolean named) {
    while (resolved.size() <= index) {
      resolved.add(null);
    }
    Class<?> known = resolved.get(index);
    if (known != null) {
      return known;
    }
    String name = wire.name();
    if (!(named && Allowed.asName(name))
        && !Allowed.ours(name)
        && !context.allowed().test(Allowed.element(name))) {
      throw notAllowed(Allowed.element(name));
    }
    try {
      Class<?> type = wire.find(context.loader());
      resolved.set(index, type);
      return type;
    } catch (ClassNotFoundException | LinkageError e) {
      throw missing(name, e);
    }
  }

  ReadContext context() {
    return context;
  }

  static UnreadableResultException notAllowed(String name) {
    return new UnreadableResultException(
        "cannot read a stored result: its class "
            + name
            + " may not be created here; allow it if you trust what is stored (only classes of the task's own code and"
            + " those you allow are created from stored bytes)",
        null);
  }
}
