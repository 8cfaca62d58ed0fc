package dev.cashet.identity.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.identity.Precision;
import dev.cashet.model.Digest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecisionTest {
  @TempDir
  Path work;

  /** A program whose function is {@code body}, with {@code circle} as an implementation that it may or may not reach. */
  private Compiled program(String body, String square, String circle) {
    String main = """
        package app;
        import java.util.*;
        public class Main {
          static dev.cashet.Fn0<?> function() { return Main::run; }
          static final List<Integer> SIZES = List.of(1, 2);
          static final Map<String, Shape> SHAPES = new HashMap<>();
          static Shape last;
          static int area(Shape shape) { return shape.area() + SIZES.get(0); }
          static Object run() throws Exception { BODY }
        }
        interface Shape { int area(); default int twice() { return 2 * area(); } }
        class Square implements Shape { public int area() { return SQUARE; } }
        class Circle implements Shape { public int area() { return CIRCLE; } }
        class Makes { static Shape circle() { return new Circle(); } }
        """;
    String text = main.replace("BODY", body).replace("SQUARE", square).replace("CIRCLE", circle);
    return Compiled.of(work, Map.of("Main.java", text));
  }

  private Digest made(String body, String square, String circle) {
    return program(body, square, circle).digest(Precision.MADE_CLASSES);
  }

  private Digest every(String body, String square, String circle) {
    return program(body, square, circle).digest(Precision.EVERY_CLASS);
  }

  @Test
  void madeClasses_whenAnotherClassIsEdited_isTheSame() {
    String body = "return area(new Square());";

    assertThat(made(body, "1", "3")).isEqualTo(made(body, "1", "2"));
    assertThat(every(body, "1", "3")).isNotEqualTo(every(body, "1", "2"));
  }

  @Test
  void madeClasses_whenTheClassThatIsMadeIsEdited_isAnother() {
    String body = "return area(new Square());";

    assertThat(made(body, "5", "2")).isNotEqualTo(made(body, "1", "2"));
  }

  @Test
  void madeClasses_whenAHelperMakesTheObject_followsIt() {
    String body = "return area(Makes.circle()) + area(new Square());";

    assertThat(made(body, "1", "3")).isNotEqualTo(made(body, "1", "2"));
  }

  @Test
  void madeClasses_whenNothingThatIsMadeAnswers_followsAll() {
    String body =
        "return area((Shape) Class.forName(\"app.Circle\").getDeclaredConstructor().newInstance());";

    assertThat(made(body, "1", "3")).isNotEqualTo(made(body, "1", "2"));
  }

  @Test
  void madeClasses_whenALambdaAnswers_followsItAndDefaultMethods() {
    String one = "Shape shape = () -> 7; return shape.area() + shape.twice();";
    String other = "Shape shape = () -> 8; return shape.area() + shape.twice();";

    assertThat(made(other, "1", "2")).isNotEqualTo(made(one, "1", "2"));
    assertThat(made(one, "1", "3")).isNotEqualTo(made(one, "1", "2"));
  }

  @Test
  void madeClasses_whenAStaticFieldCanHoldOthersObjects_followsAll() {
    for (String read : new String[] {"last", "SHAPES.get(\"a\")"}) {
      String body = "new Square(); return area(" + read + ");";

      assertThat(made(body, "1", "3")).as(read).isNotEqualTo(made(body, "1", "2"));
    }
  }

  @Test
  void precision_whenNothingElseDiffers_isInTheKey() {
    String body = "return 1;";

    assertThat(made(body, "1", "2"))
        .isNotEqualTo(every(body, "1", "2"))
        .isEqualTo(made(body, "1", "3"));
  }
}
