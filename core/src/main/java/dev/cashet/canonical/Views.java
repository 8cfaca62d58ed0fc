package dev.cashet.canonical;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The views of {@link java.util.Collections} that forbid writing, lock or check types: they count as what they show.
 * Whether that has an order of its own can be learned from the thing alone, which the views hide but hand to
 * serialization first of all; no byte is written.
 */
final class Views {
  private Views() {}

  static boolean isView(Class<?> type) {
    String name = type.getName();
    return name.startsWith("java.util.Collections$Unmodifiable")
        || name.startsWith("java.util.Collections$Synchronized")
        || name.startsWith("java.util.Collections$Checked")
        || name.equals("java.util.Collections$SetFromMap")
        || name.equals("java.util.Collections$ReverseComparator2");
  }

  static void write(Object view, CanonicalWriter out) {
    Object shown = behind(view);
    if (shown == null) {
      throw out.refusal(view.getClass(), "what this view shows cannot be seen; pass a copy of it");
    }
    if (view.getClass().getName().endsWith("SetFromMap")) {
      writeKeys((Map<?, ?>) shown, out);
    } else if (view instanceof Collection<?> || view instanceof Map<?, ?>) {
      out.instead(shown);
    } else if (out.begin(view, Tag.NAMED_GROUP)) {
      out.bytes.name("reverse");
      out.children(1, Children.of(new Object[] {shown}, new String[] {"comparator"}));
    }
  }

  private static void writeKeys(Map<?, ?> map, CanonicalWriter out) {
    if (map instanceof java.util.IdentityHashMap<?, ?>) {
      if (out.begin(map, Tag.NAMED_BAG)) {
        out.bytes.name("identity set");
        out.unordered(map.size(), 1, Children.of(map.keySet()));
      }
      return;
    }
    out.instead(map.keySet());
  }

  /** What the view shows; null if that cannot be seen. */
  static @Nullable Object behind(Object view) {
    try (Peek peek = new Peek(view)) {
      peek.writeObject(view);
    } catch (Found found) {
      return found.object.getClass().getName().equals("java.util.CollSer")
              || found.object.getClass().getName().equals("java.util.EnumSet$SerializationProxy")
          ? likeIt(view, found.object)
          : found.object;
    } catch (IOException | RuntimeException e) {
      return null;
    }
    return null;
  }

  /** The immutable collections and sets of enum constants write a stand-in: a collection that counts as they do. */
  private static @Nullable Object likeIt(Object view, Object standIn) {
    boolean ordered = standIn.getClass().getName().startsWith("java.util.EnumSet");
    if (view instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    if (view instanceof Map<?, ?> map) {
      return new HashMap<>(map);
    }
    if (view instanceof Set<?> set) {
      return ordered ? new LinkedHashSet<>(set) : new HashSet<>(set);
    }
    // a view as a mere Collection does not tell whether it shows a list
    return null;
  }

  /** Stops at the first object that the view refers to; unchecked, since serialization writes down what is checked. */
  private static final class Peek extends ObjectOutputStream {
    private final Object view;

    Peek(Object view) throws IOException {
      super(OutputStream.nullOutputStream());
      this.view = view;
      enableReplaceObject(true);
    }

    @Override
    protected Object replaceObject(Object object) {
      if (object == view) {
        return object;
      }
      throw new Found(object);
    }
  }

  private static final class Found extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Object object;

    Found(Object object) {
      super("found", null, false, false);
      this.object = object;
    }
  }
}
