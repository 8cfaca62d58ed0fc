package dev.cashet.acceptance.program;

import dev.cashet.Cashet;
import dev.cashet.CashetBuilder;
import dev.cashet.codec.Serializer;
import dev.cashet.codec.Serializers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that asks for one result: {@code STORE SERIALIZER}. */
final class Codecs {
  record Station(String name, double degrees) {}

  private Codecs() {}

  static Map<String, List<Station>> stations(int n) {
    return Map.of("north", List.of(new Station("Oslo", n), new Station("Bergen", 0.1)));
  }

  static String greeting(int n) {
    return "hello " + n;
  }

  public static void main(String[] arguments) {
    CashetBuilder builder = Cashet.builder().directory(Path.of(arguments[0]));
    Serializer serializer = switch (arguments[1]) {
      case "json" -> Serializers.json();
      case "messagepack" -> Serializers.messagePack();
      case "kryo" -> Serializers.kryo();
      case "fory" -> Serializers.fory();
      default -> Serializers.standard();
    };
    try (Cashet cashet = builder.serializer(serializer).build()) {
      Console.say(Answer.of(cashet.submit(Codecs::stations, 7)) + " "
          + cashet.submit(Codecs::stations, 7).commit().output().orElseThrow().codec());
      Console.say(Answer.of(cashet.submit(Codecs::greeting, 1)));
    } catch (RuntimeException e) {
      Console.say(Answer.of(e));
    }
  }
}
