package dev.cashet.serializer.json;

import dev.cashet.codec.UnreadableResultException;
import java.lang.reflect.Modifier;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.type.CollectionType;
import tools.jackson.databind.type.MapType;
import tools.jackson.databind.type.ReferenceType;

/**
 * Puts a guard before everything that makes an object: the user's classes ask the read's permission, the platform's must be
 * on the list of data, whatever a declared field may ask for.
 */
final class GuardedReading extends ValueDeserializerModifier {
  private static final long serialVersionUID = 1L;

  @Override
  public ValueDeserializer<?> modifyDeserializer(
      DeserializationConfig config, BeanDescription.Supplier bean, ValueDeserializer<?> reader) {
    return guarded(bean.getBeanClass(), reader);
  }

  @Override
  public ValueDeserializer<?> modifyEnumDeserializer(
      DeserializationConfig config,
      JavaType type,
      BeanDescription.Supplier bean,
      ValueDeserializer<?> reader) {
    return guarded(type.getRawClass(), reader);
  }

  @Override
  public ValueDeserializer<?> modifyReferenceDeserializer(
      DeserializationConfig config,
      ReferenceType type,
      BeanDescription.Supplier bean,
      ValueDeserializer<?> reader) {
    return known(type.getRawClass(), reader);
  }

  @Override
  public ValueDeserializer<?> modifyCollectionDeserializer(
      DeserializationConfig config,
      CollectionType type,
      BeanDescription.Supplier bean,
      ValueDeserializer<?> reader) {
    return known(type.getRawClass(), reader);
  }

  @Override
  public ValueDeserializer<?> modifyMapDeserializer(
      DeserializationConfig config,
      MapType type,
      BeanDescription.Supplier bean,
      ValueDeserializer<?> reader) {
    return known(type.getRawClass(), reader);
  }

  private static ValueDeserializer<?> guarded(Class<?> type, ValueDeserializer<?> reader) {
    if (PlatformTypes.owns(type)) {
      return known(type, reader);
    }
    // Of an interface nothing is made; what stands for it is asked for.
    boolean made = type.isEnum() || !Modifier.isAbstract(type.getModifiers());
    return made ? new Asking(type, reader) : reader;
  }

  /** A collection of the user's own holds more than elements: not read, as the platform's others are not. */
  private static ValueDeserializer<?> known(Class<?> type, ValueDeserializer<?> reader) {
    return PlatformTypes.owns(type) && PlatformTypes.isData(type) ? reader : new Refusing(type);
  }

  private static final class Asking extends DelegatingDeserializer {
    private final Class<?> type;

    Asking(Class<?> type, ValueDeserializer<?> reader) {
      super(reader);
      this.type = type;
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
      return new Asking(type, reader);
    }

    @Override
    public Object deserialize(JsonParser from, DeserializationContext context) {
      Permission.require(type, context);
      return super.deserialize(from, context);
    }

    @Override
    public Object deserialize(JsonParser from, DeserializationContext context, Object into) {
      Permission.require(type, context);
      return super.deserialize(from, context, into);
    }

    @Override
    public Object deserializeWithType(
        JsonParser from,
        DeserializationContext context,
        tools.jackson.databind.jsontype.TypeDeserializer types) {
      Permission.require(type, context);
      return super.deserializeWithType(from, context, types);
    }
  }

  private static final class Refusing extends StdDeserializer<Object> {
    private final String name;

    Refusing(Class<?> type) {
      super(type);
      this.name = type.getTypeName();
    }

    @Override
    public Object deserialize(JsonParser from, DeserializationContext context) {
      throw new UnreadableResultException(
          "cannot read a stored result: JSON brings back no " + name, null);
    }
  }
}
