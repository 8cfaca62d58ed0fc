package dev.cashet.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImmutabilityTest {
  record Point(int x, String name) {}

  record Holder(Object inside) {}

  enum Colour {
    RED
  }

  private static final class Plain {
    private final int x = 1;

    int x() {
      return x;
    }
  }

  static List<Object> certain() {
    return List.of(
        "text",
        1,
        2.5,
        'c',
        Colour.RED,
        new BigDecimal("1.50"),
        Instant.EPOCH,
        ZonedDateTime.parse("2026-01-01T00:00:00+01:00[Europe/Berlin]"),
        Optional.empty(),
        Optional.of("x"),
        List.of(),
        List.of(1, 2, 3),
        List.of(1, 2, 3, 4).subList(1, 3),
        Set.of("a", "b"),
        Map.of("a", List.of(1)),
        new Point(1, "p"),
        new Holder(null),
        new Holder(new Holder(Map.of("k", new Point(2, "q")))));
  }

  static List<Object> uncertain() {
    return List.of(
        new int[1],
        new ArrayList<>(List.of(1)),
        Collections.unmodifiableList(new ArrayList<>()),
        List.of(new int[1]),
        Map.of("a", new StringBuilder()),
        Optional.of(new Date(0)),
        new Holder(new int[1]),
        new Holder(new Holder(new ArrayList<>())),
        new BigDecimal("1") {
          private static final long serialVersionUID = 1L;
        },
        new Plain().x() == 1 ? new Plain() : "never",
        IntStream.range(0, 100)
            .boxed()
            .reduce((Object) "x", (in, i) -> new Holder(in), (a, b) -> a),
        Collections.nCopies(3, "x"));
  }

  @ParameterizedTest
  @MethodSource("certain")
  void isCertain_whenNothingInItCanChange_isTrue(Object value) {
    assertThat(Immutability.isCertain(value)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("uncertain")
  void isCertain_whenSomethingInItMayChange_isFalse(Object value) {
    assertThat(Immutability.isCertain(value)).isFalse();
  }

  @Test
  void isCertain_ofNull_isTrue() {
    assertThat(Immutability.isCertain(null)).isTrue();
  }

  @Test
  void isCertain_whenItHasVeryManyParts_saysNoWithoutLooking() {
    List<Object> lists = List.copyOf(Collections.nCopies(20_000, List.of(Optional.of(1))));

    assertThat(Immutability.isCertain(lists)).isFalse();
  }
}
