package dev.cashet.serializer.messagepack;

import dev.cashet.codec.Serializer;
import dev.cashet.codec.Serializers;
import dev.cashet.tck.SerializerContract;

class MessagePackSerializerContractTest extends SerializerContract {
  @Override
  protected Serializer open() {
    return Serializers.messagePack();
  }
}
