package dev.cashet.serializer.fory;

import dev.cashet.codec.Serializer;
import dev.cashet.codec.Serializers;
import dev.cashet.tck.SerializerContract;

class ForySerializerContractTest extends SerializerContract {
  @Override
  protected Serializer open() {
    return Serializers.fory();
  }
}
