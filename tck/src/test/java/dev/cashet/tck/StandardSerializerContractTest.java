package dev.cashet.tck;

import dev.cashet.codec.Serializer;
import dev.cashet.codec.Serializers;

class StandardSerializerContractTest extends SerializerContract {
  @Override
  protected Serializer open() {
    return Serializers.standard();
  }
}
