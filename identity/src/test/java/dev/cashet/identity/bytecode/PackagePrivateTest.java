package dev.cashet.identity.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cashet.model.Digest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagePrivateTest {
  @TempDir
  Path work;

  private Digest digest(String reference, int base, int between) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("Main.java", """
        package app;
        public class Main {
          static dev.cashet.Fn0<?> function() { other.Sub sub = new other.Sub(); return REFERENCE; }
          static int call(Base base) { return base.m(); }
        }
        """.replace("REFERENCE", reference));
    files.put("Base.java", "package app; public class Base { int m() { return " + base + "; } }");
    files.put(
        "Between.java",
        "package app; public class Between extends Base { int m() { return " + between + "; } }");
    // no override: the method of its superclass is not visible here
    files.put(
        "Sub.java",
        "package other; public class Sub extends app.Between { int m() { return 3; } }");
    return Compiled.of(work, files).digest();
  }

  @Test
  void identity_whenAMethodOfTheSameNameInAnotherPackageDoesNotOverride_isOfWhatRuns() {
    for (String reference : new String[] {"((Base) sub)::m", "() -> call(sub)"}) {
      assertThat(digest(reference, 1, 20)).as(reference).isNotEqualTo(digest(reference, 1, 2));
    }
  }
}
