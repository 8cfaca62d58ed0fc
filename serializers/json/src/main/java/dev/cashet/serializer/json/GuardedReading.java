package dev.cashet.serializer.json;

import dev.cashet.codec.UnreadableResultException;
import java.lang.reflect.Modifier;
import java.util.EnumSet;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
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
    ValueDeserializer<?> known = known(type.getRawClass(), reader);
    return known == reader
            && Set.class.isAssignableFrom(type.getRawClass())
            && type.getRawClass() != EnumSet.class
        ? new SpreadReading(reader)
        : known;
  }

  /** Keys are made of texts, by constructors and factories of the user's or by looking up a class. */
  @Override
  public KeyDeserializer modifyKeyDeserializer(
      DeserializationConfig config, JavaType type, KeyDeserializer reader) {
    Class<?> raw = type.getRawClass();
    return PlatformTypes.owns(raw) && PlatformTypes.isData(raw)
        ? reader
        : new AskingKey(raw, reader);
  }

  private static final class AskingKey extends KeyDeserializer {
    private final Class<?> type;
    private final KeyDeserializer reader;

    AskingKey(Class<?> type, KeyDeserializer reader) {
      this.type = type;
      this.reader = reader;
    }

    @Override
    public Object deserializeKey(String key, DeserializationContext context) {
      if (PlatformTypes.owns(type)) {
        throw refusal(type.getTypeName());
      }
      Permission.require(type, context);
      return reader.deserializeKey(key, context);
    }
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

  private static UnreadableResultException refusal(String name) {
    return new UnreadableResultException(
        "cannot read a stored result: JSON brings back no " + name, null);
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
      throw refusal(name);
    }
  }
}
