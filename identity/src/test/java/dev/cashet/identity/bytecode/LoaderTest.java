package dev.cashet.identity.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.Fn0;
import dev.cashet.model.Digest;
import dev.cashet.model.Invocation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoaderTest {
  @TempDir
  Path work;

  /** Classes in memory, of which it gives the files and says nothing of where they are. */
  private static final class Memory extends ClassLoader {
    private final Map<String, byte[]> files = new HashMap<>();

    Memory(Path classes) throws IOException {
      super(LoaderTest.class.getClassLoader());
      try (Stream<Path> all = Files.walk(classes)) {
        for (Path each : all.filter(Files::isRegularFile).toList()) {
          files.put(classes.relativize(each).toString(), Files.readAllBytes(each));
        }
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = files.get(name.replace('.', '/') + ".class");
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      byte[] bytes = files.get(name);
      return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }
  }

  private Digest digest(int value) throws Exception {
    String main =
        "package app; public class Main { static dev.cashet.Fn0<?> function() { return Main::run; }"
            + " static int run() { return Helper.f(); } } class Helper { static int f() { return "
            + value + "; } }";
    ClassLoader loader = new Memory(Compiled.of(work, Map.of("Main.java", main)).directory());
    Method method = Class.forName("app.Main", true, loader).getDeclaredMethod("function");
    method.setAccessible(true);
    Fn0<?> function = (Fn0<?>) method.invoke(null);
    BytecodeIdentity identity = new BytecodeIdentity();
    return identity
        .identify(
            identity.resolve(new Invocation(function, List.of(), function::call)),
            List.of(),
            List.of())
        .digest();
  }

  @Test
  void identity_whenALoaderGivesFilesWithoutAddresses_isThatOfTheCode() throws Exception {
    assertThat(digest(2)).isNotEqualTo(digest(1)).isEqualTo(digest(2));
  }
}
