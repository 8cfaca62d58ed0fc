package dev.cashet.serializer.json;

import dev.cashet.codec.Serializer;
import dev.cashet.codec.Serializers;
import dev.cashet.tck.SerializerContract;

class JsonSerializerContractTest extends SerializerContract {
  @Override
  protected Serializer open() {
    return Serializers.json();
  }
}
