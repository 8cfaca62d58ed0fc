package dev.cashet.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A class is edited after a value of it was stored, and the value is read by the new program: it comes back right or not
 * at all. The programs print the value, so that a half filled object shows.
 */
class TwoVersionsTest {
  @TempDir
  Path directory;

  private enum Outcome {
    SAME,
    REFUSED
  }

  private DynamicTest edit(
      String name, Outcome outcome, String value, String before, String after) {
    return DynamicTest.dynamicTest(name, () -> {
      ClassLoader then = compile(name + " 1", value, before);
      byte[] bytes = write(then);
      String text = String.valueOf(object(then));
      ClassLoader now = compile(name + " 2", "null", after);
      try {
        Object read = read(bytes, now);
        assertThat(outcome).as("it was read: %s", read).isEqualTo(Outcome.SAME);
        assertThat(String.valueOf(read)).isEqualTo(text);
        assertThat(read.getClass().getClassLoader()).isIn(now, null);
      } catch (UnreadableResultException e) {
        assertThat(outcome).as(e.getMessage()).isEqualTo(Outcome.REFUSED);
        assertThat(e).hasMessageStartingWith("cannot read a stored result");
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> read_afterAnEdit_isRightOrRefused() {
    String point =
        "class P { int x = 1; String y = \"a\"; public String toString() { return x + y; } }";
    String size = "record P(int w, int h) {}";
    String choice = "enum P { A, B, C }";
    return Stream.of(
        edit("record unchanged", Outcome.SAME, "new P(1, 2)", size, size),
        edit(
            "record with a new method",
            Outcome.SAME,
            "new P(1, 2)",
            size,
            "record P(int w, int h) { int area() { return w * h; } }"),
        edit(
            "record with a component more",
            Outcome.REFUSED,
            "new P(1, 2)",
            size,
            "record P(int w, int h, int d) {}"),
        edit(
            "record with a component less",
            Outcome.REFUSED,
            "new P(1, 2)",
            size,
            "record P(int w) {}"),
        edit(
            "record with components swapped",
            Outcome.REFUSED,
            "new P(1, 2)",
            size,
            "record P(int h, int w) {}"),
        edit(
            "record with a component renamed",
            Outcome.REFUSED,
            "new P(1, 2)",
            size,
            "record P(int w, int z) {}"),
        edit(
            "record with a component of another type",
            Outcome.REFUSED,
            "new P(1, 2)",
            size,
            "record P(int w, long h) {}"),
        edit(
            "record with a wider reference",
            Outcome.REFUSED,
            "new P(\"a\")",
            "record P(String s) {}",
            "record P(Object s) {}"),
        edit(
            "record that refuses what was stored",
            Outcome.REFUSED,
            "new P(1, 2)",
            size,
            "record P(int w, int h) { P { if (w < h) throw new IllegalArgumentException(); } }"),
        edit(
            "record became a class", Outcome.REFUSED, "new P(1, 2)", size, "class P { int w, h; }"),
        edit(
            "class became a record",
            Outcome.REFUSED,
            "new P()",
            point,
            "record P(int x, String y) {}"),
        edit("class became an interface", Outcome.REFUSED, "new P()", point, "interface P {}"),
        edit("class became abstract", Outcome.REFUSED, "new P()", point, "abstract " + point),
        edit("class became an enum", Outcome.REFUSED, "new P()", point, "enum P { X }"),
        edit("class unchanged", Outcome.SAME, "new P()", point, point),
        edit(
            "class with fields in another order",
            Outcome.SAME,
            "new P()",
            point,
            "class P { String y; int x; public String toString() { return x + y; } }"),
        edit(
            "class with another initialiser",
            Outcome.SAME,
            "new P()",
            point,
            "class P { int x = 9; String y = \"z\"; public String toString() { return x + y; } }"),
        edit(
            "class with a static field more",
            Outcome.SAME,
            "new P()",
            point,
            point.replace("int x", "static int z; int x")),
        edit(
            "class with a field more",
            Outcome.REFUSED,
            "new P()",
            point,
            point.replace("int x", "int z; int x")),
        edit(
            "class with a transient field more",
            Outcome.REFUSED,
            "new P()",
            point,
            point.replace("int x", "transient int z; int x")),
        edit("class with a field less", Outcome.REFUSED, "new P()", point, "class P { int x; }"),
        edit(
            "class with a field of another type",
            Outcome.REFUSED,
            "new P()",
            point,
            point.replace("int x", "long x")),
        edit(
            "class with a superclass",
            Outcome.REFUSED,
            "new P()",
            point,
            "class Q { int z; } class P extends Q { int x; String y; }"),
        edit(
            "class with a superclass without fields",
            Outcome.SAME,
            "new P()",
            point,
            "class Q {} " + point.replace("class P", "class P extends Q")),
        edit(
            "field moved to the superclass",
            Outcome.REFUSED,
            "new P()",
            "class Q { } class P extends Q { int x = 1; }",
            "class Q { int x; } class P extends Q { }"),
        edit(
            "class with readResolve now",
            Outcome.REFUSED,
            "new P()",
            point.replace("class P", "class P implements java.io.Serializable"),
            point.replace(
                "class P {",
                "class P implements java.io.Serializable { Object readResolve() { return null; } ")),
        edit(
            "class renamed",
            Outcome.REFUSED,
            "new P()",
            point,
            point.replace("class P", "class R")),
        edit("enum unchanged", Outcome.SAME, "P.B", choice, choice),
        edit("enum with a constant more", Outcome.SAME, "P.B", choice, "enum P { Z, A, B, C }"),
        edit("enum without an unused constant", Outcome.SAME, "P.B", choice, "enum P { B }"),
        edit("enum without the constant", Outcome.REFUSED, "P.B", choice, "enum P { A, C }"),
        edit(
            "enum with the constant renamed",
            Outcome.REFUSED,
            "P.B",
            choice,
            "enum P { A, BB, C }"),
        edit("enum with a body", Outcome.SAME, "P.B", choice, "enum P { A, B { }, C }"),
        edit(
            "enum set without a constant",
            Outcome.REFUSED,
            "java.util.EnumSet.of(P.A, P.B)",
            choice,
            "enum P { A, C }"),
        edit(
            "enum map without a constant",
            Outcome.REFUSED,
            "new java.util.EnumMap<P, String>(java.util.Map.of(P.B, \"b\"))",
            choice,
            "enum P { A, C }"),
        edit("enum became a record", Outcome.REFUSED, "P.B", choice, size),
        edit(
            "sealed interface with another case",
            Outcome.SAME,
            "java.util.List.of(new A(1))",
            "sealed interface P permits A {} record A(int x) implements P {}",
            "sealed interface P permits A, B {} record A(int x) implements P {} record B() implements P {}"),
        edit(
            "sealed interface without the case",
            Outcome.REFUSED,
            "java.util.List.of(new A(1))",
            "sealed interface P permits A {} record A(int x) implements P {}",
            "sealed interface P permits B {} record B() implements P {}"),
        edit(
            "a part deep inside",
            Outcome.REFUSED,
            "java.util.Map.of(\"k\", java.util.List.of(new P(1, 2)))",
            size,
            "record P(int w, String h) {}"),
        edit("array of what became a record", Outcome.REFUSED, "new P[] {new P()}", point, size));
  }

  private ClassLoader compile(String name, String value, String types) throws IOException {
    Path out = Files.createDirectories(directory.resolve(name.replace(' ', '_')));
    String source = types
        + " class Main implements java.util.concurrent.Callable<Object> { public Object call() { return "
        + value
        + "; } }";
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Main.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    boolean compiled = compiler
        .getTask(null, null, null, List.of("-d", out.toString(), "-proc:none"), null, List.of(file))
        .call();
    assertThat(compiled).as(source).isTrue();
    return new URLClassLoader(new URL[] {out.toUri().toURL()}, getClass().getClassLoader());
  }

  private static Object object(ClassLoader loader) throws Exception {
    java.lang.reflect.Constructor<?> constructor =
        Class.forName("Main", true, loader).getDeclaredConstructor();
    constructor.setAccessible(true);
    return ((Callable<?>) constructor.newInstance()).call();
  }

  private static byte[] write(ClassLoader loader) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Serializers.standard().write(object(loader), out);
    return out.toByteArray();
  }

  private static Object read(byte[] bytes, ClassLoader loader) {
    ReadContext context =
        new ReadContext(loader, name -> true, () -> new ByteArrayInputStream(bytes));
    try {
      return Serializers.standard().read(new ByteArrayInputStream(bytes), context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
