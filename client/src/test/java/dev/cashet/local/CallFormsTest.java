package dev.cashet.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms in which calls are written, as the compiler sees them. */
class CallFormsTest {
  private static final Pattern NUMBERED = Pattern.compile("\\bf\\d+ = ");

  @Test
  void compiler_whenCallsAreWrittenAsUsersDo_needsNoCasts() throws Exception {
    String source = resource("Compile.java");
    assertThat(NUMBERED.matcher(source).results().count()).isGreaterThanOrEqualTo(85);
    assertThat(compile(source)).isEmpty();
  }

  static Stream<String> refused() throws IOException {
    List<String> lines =
        resource("refused.txt").lines().filter(line -> !line.startsWith("#")).toList();
    assertThat(lines).hasSizeGreaterThanOrEqualTo(30);
    return lines.stream();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void compiler_whenACallIsWrong_refusesIt(String statement) throws Exception {
    String source = resource("Compile.java");
    String signature = "Box<String> box) throws Exception {";
    int body = source.indexOf(signature) + signature.length();
    String wrong = source.substring(0, body) + "\n" + statement + "\n}\n}\n";
    assertThat(compile(wrong)).isNotEmpty();
    String right = source.substring(0, body) + "\n;\n}\n}\n";
    assertThat(compile(right)).as("what is around it").isEmpty();
  }

  /** What the compiler complains of; empty if nothing. */
  private static String compile(String text) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileObject source =
        new SimpleJavaFileObject(URI.create("string:///Compile.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        };
    StringWriter out = new StringWriter();
    String path = System.getProperty("java.class.path")
        + java.io.File.pathSeparator
        + System.getProperty("jdk.module.path", "");
    boolean compiled = compiler
        .getTask(
            out,
            null,
            diagnostic -> out.append(diagnostic.toString()).append('\n'),
            List.of(
                "-proc:none",
                "-Xlint:-options",
                "-implicit:none",
                "-d",
                System.getProperty("java.io.tmpdir"),
                "-cp",
                path,
                "-XDshould-stop.ifNoError=FLOW"),
            null,
            List.of(source))
        .call();
    return compiled ? "" : out.toString();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = CallFormsTest.class.getResourceAsStream("/forms/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
