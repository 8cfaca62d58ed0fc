package dev.cashet.serializer.kryo;

import dev.cashet.codec.Serializer;
import dev.cashet.codec.Serializers;
import dev.cashet.tck.SerializerContract;

class KryoSerializerContractTest extends SerializerContract {
  @Override
  protected Serializer open() {
    return Serializers.kryo();
  }
}
