package dev.cashet.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.cashet.samples.Graphs;
import dev.cashet.samples.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every value that can be stored can be printed as JSON that another program reads. */
class JsonTest {
  private static final JsonFactory STRICT = JsonFactory.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .streamReadConstraints(
          StreamReadConstraints.builder().maxNumberLength(10_000).build())
      .build();

  @TestFactory
  Stream<DynamicTest> toJson_ofEverySample_isValidAndReadable() {
    return Samples.all().entrySet().stream()
        .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry)));
  }

  private static void check(Map.Entry<String, Object> sample) throws IOException {
    String json = json(sample.getValue());
    assertThat(tokens(json)).as(json).isPositive();
    assertThat(json.chars().filter(c -> c < 0x20 && c != '\n'))
        .as("control characters")
        .isEmpty();
    for (String line : json.split("\n", -1)) {
      assertThat(line).isEqualTo(line.stripTrailing());
    }
  }

  @Test
  void toJson_ofGeneratedValues_isValid() throws IOException {
    Random random = new Random(99);
    for (int i = 0; i < 3000; i++) {
      String json = json(new Graphs(random).next());
      assertThat(tokens(json)).as("seed 99, round %d: %s", i, json).isPositive();
    }
  }

  private static String json(Object value) throws IOException {
    StringBuilder json = new StringBuilder();
    ValueTree.read(new ByteArrayInputStream(Trips.write(value))).toJson(json);
    return json.toString();
  }

  private static int tokens(String json) throws IOException {
    int count = 0;
    try (JsonParser parser = STRICT.createParser(json)) {
      while (parser.nextToken() != null) {
        count++;
      }
    }
    return count;
  }
}
