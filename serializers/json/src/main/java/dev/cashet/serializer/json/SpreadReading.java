package dev.cashet.serializer.json;

import dev.cashet.codec.StableOrder;
import dev.cashet.codec.UnreadableResultException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/** A set whose elements are looked at before they are hashed: many of one hash code would take the square of their number. */
final class SpreadReading extends DelegatingDeserializer {
  SpreadReading(ValueDeserializer<?> reader) {
    super(reader);
  }

  @Override
  protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
    return new SpreadReading(reader);
  }

  @Override
  @SuppressWarnings("unchecked") // an empty set, by Jackson
  public Object deserialize(JsonParser from, DeserializationContext context) {
    if (from.currentToken() != JsonToken.START_ARRAY) {
      return super.deserialize(from, context);
    }
    List<Object> elements = new ArrayList<>();
    super.deserialize(from, context, elements);
    if (!StableOrder.spreads(elements)) {
      throw new UnreadableResultException(
          "cannot read a stored result: too many elements of a set have one hash code", null);
    }
    Collection<Object> set = (Collection<Object>) _delegatee.getEmptyValue(context);
    set.addAll(elements);
    return set;
  }
}
