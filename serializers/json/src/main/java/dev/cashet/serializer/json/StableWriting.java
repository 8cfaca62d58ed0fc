package dev.cashet.serializer.json;

import dev.cashet.codec.StableOrder;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.type.CollectionType;
import tools.jackson.databind.type.MapType;

/** Writes sets and maps without an order in one that is the same in every process. */
final class StableWriting extends ValueSerializerModifier {
  private static final long serialVersionUID = 1L;

  @Override
  public ValueSerializer<?> modifyCollectionSerializer(
      SerializationConfig config,
      CollectionType type,
      BeanDescription.Supplier bean,
      ValueSerializer<?> writer) {
    return new Stable(writer);
  }

  @Override
  public ValueSerializer<?> modifyMapSerializer(
      SerializationConfig config,
      MapType type,
      BeanDescription.Supplier bean,
      ValueSerializer<?> writer) {
    return new Stable(writer);
  }

  private static final class Stable extends ValueSerializer<Object> {
    private final ValueSerializer<Object> writer;

    @SuppressWarnings("unchecked") // given what it is for, by Jackson
    Stable(ValueSerializer<?> writer) {
      this.writer = (ValueSerializer<Object>) writer;
    }

    @Override
    public void resolve(SerializationContext context) {
      writer.resolve(context);
    }

    @Override
    public ValueSerializer<?> createContextual(
        SerializationContext context, @Nullable BeanProperty property) {
      ValueSerializer<?> contextual = writer.createContextual(context, property);
      return contextual == writer ? this : new Stable(contextual);
    }

    @Override
    public void serialize(Object value, JsonGenerator to, SerializationContext context) {
      writer.serialize(ordered(value), to, context);
    }

    @Override
    public void serializeWithType(
        Object value, JsonGenerator to, SerializationContext context, TypeSerializer types) {
      writer.serializeWithType(ordered(value), to, context, types);
    }

    @Override
    public boolean isEmpty(SerializationContext context, Object value) {
      return writer.isEmpty(context, value);
    }

    private static Object ordered(Object value) {
      if (value instanceof Map<?, ?> map && map.size() > 1 && !StableOrder.isOrdered(map)) {
        Map<@Nullable Object, @Nullable Object> ordered = new LinkedHashMap<>();
        for (Object key : StableOrder.of(map.keySet())) {
          ordered.put(key, map.get(key));
        }
        return ordered;
      }
      return value instanceof Set<?> set && set.size() > 1 && !StableOrder.isOrdered(set)
          ? StableOrder.of((Collection<?>) set)
          : value;
    }
  }
}
