package dev.cashet.serializer.fory;

import java.util.Arrays;
import org.apache.fory.Fory;
import org.apache.fory.memory.MemoryBuffer;
import org.apache.fory.memory.MemoryUtils;
import org.jspecify.annotations.Nullable;

/**
 * A Fory that reads what a plain tree is made of and nothing else. Fory itself knows some hundred classes of the platform
 * without being told, collections, locales and classes among them; so the outermost object must be an {@code Object[]}, of
 * which {@link NodeSerializer} looks at each part before it is made.
 */
final class PlainFory {
  /** Deeper than the deepest plain tree: parts within parts, and what a part is made of. */
  private static final int MAX_DEPTH = 1100;

  private PlainFory() {}

  static Fory create() {
    Fory fory = Fory.builder()
        .withXlang(false)
        .withRefTracking(false)
        .withCodegen(false)
        .withMaxDepth(MAX_DEPTH)
        .requireClassRegistration(true)
        .withTypeChecker((resolver, className) -> false)
        .withDeserializeUnknownClass(false)
        .withClassLoader(Fory.class.getClassLoader())
        .build();
    fory.registerSerializer(Object[].class, resolver -> new NodeSerializer(resolver.getConfig()));
    return fory;
  }

  static Object[] root(@Nullable Object tree) {
    return new @Nullable Object[] {tree};
  }

  static @Nullable Object tree(Fory fory, byte[] bytes) {
    byte[] empty = fory.serialize(new Object[0]);
    // All but the number of parts, which is one byte.
    int head = empty.length - 1;
    if (bytes.length < head || !Arrays.equals(empty, 0, head, bytes, 0, head)) {
      throw new IllegalArgumentException("it does not begin as an Object[]");
    }
    MemoryBuffer buffer = MemoryUtils.wrap(bytes);
    Object root = fory.deserialize(buffer);
    if (buffer.remaining() != 0 || !(root instanceof Object[] parts) || parts.length != 1) {
      throw new IllegalArgumentException("there is not one value");
    }
    return parts[0];
  }
}
