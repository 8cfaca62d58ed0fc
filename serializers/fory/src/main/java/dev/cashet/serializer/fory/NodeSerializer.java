package dev.cashet.serializer.fory;

import java.util.Set;
import org.apache.fory.config.Config;
import org.apache.fory.context.ReadContext;
import org.apache.fory.context.WriteContext;
import org.apache.fory.resolver.TypeInfo;
import org.apache.fory.serializer.Serializer;
import org.jspecify.annotations.Nullable;

/** A node of a plain tree: the number of parts, and each with its class, which must be one that a tree is made of. */
final class NodeSerializer extends Serializer<@Nullable Object[]> {
  private static final Set<Class<?>> PARTS = Set.of(
      Object[].class,
      Boolean.class,
      Byte.class,
      Short.class,
      Character.class,
      Integer.class,
      Long.class,
      Float.class,
      Double.class,
      String.class,
      boolean[].class,
      byte[].class,
      short[].class,
      char[].class,
      int[].class,
      long[].class,
      float[].class,
      double[].class);
  private static final byte NULL = -3;
  private static final byte VALUE = -1;

  NodeSerializer(Config config) {
    super(config, Object[].class);
  }

  @Override
  public void write(WriteContext to, @Nullable Object[] parts) {
    to.writeVarUInt32(parts.length);
    for (Object part : parts) {
      to.writeRef(part);
    }
  }

  @Override
  public @Nullable Object[] read(ReadContext from) {
    int length = from.readVarUInt32();
    if (length < 0 || length > from.getBuffer().remaining()) {
      throw new IllegalArgumentException(length + " parts have no room in what is left");
    }
    @Nullable Object[] parts = new @Nullable Object[length];
    for (int i = 0; i < length; i++) {
      parts[i] = part(from);
    }
    return parts;
  }

  private static @Nullable Object part(ReadContext from) {
    byte flag = from.readByte();
    if (flag == NULL) {
      return null;
    }
    if (flag != VALUE) {
      throw new IllegalArgumentException("a part begins with " + flag);
    }
    TypeInfo type = from.getTypeResolver().readTypeInfo(from);
    if (!PARTS.contains(type.getType())) {
      throw new IllegalArgumentException("a part is of " + type.getType());
    }
    return from.readNonRef(type);
  }
}
