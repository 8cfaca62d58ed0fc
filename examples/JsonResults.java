import dev.cashet.Cashet;
import dev.cashet.ResultRef;
import dev.cashet.codec.Serializers;
import dev.cashet.codec.UnserializableException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Results that other programs can read: {@code ./cashet run --classpath "LIBS/*" examples/JsonResults.java}. */
public class JsonResults {
  record Station(String name, double degrees) {}

  /** Holds anything, so JSON cannot tell what is in it. */
  record Box(Object content) {}

  static Map<String, List<Station>> stations() {
    return Map.of("north", List.of(new Station("Oslo", -3.5), new Station("Bergen", 4)));
  }

  static Box price() {
    return new Box(new BigDecimal("1.50"));
  }

  public static void main(String[] args) throws Exception {
    try (Cashet cashet = Cashet.builder().serializer(Serializers.json()).build()) {
      ResultRef<Map<String, List<Station>>> stations = cashet.submit(JsonResults::stations);
      System.out.println((stations.wasCached() ? "hit " : "ran ") + stations.load());
      try (var bytes = cashet.read(stations.commitHash())) {
        System.out.println(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
      }
      try {
        cashet.submit(JsonResults::price);
      } catch (dev.cashet.TaskException e) {
        System.out.println("refused: " + e.getCause().getMessage());
      } catch (UnserializableException e) {
        System.out.println("refused: " + e.getMessage());
      }
    }
  }
}
