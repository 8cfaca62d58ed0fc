package dev.cashet.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported is documented, and the page on the architecture names it. */
final class DocumentationTest {
  @Test
  void exportedMembers_always_haveADocComment() {
    Set<String> exported = exportedPackages();
    List<JavaSource> sources = JavaSource.parse(Repository.sourceFiles()).stream()
        .filter(source -> exported.contains(source.packageName()))
        .toList();
    assertThat(sources).hasSizeGreaterThan(50);
    assertThat(sources.stream().flatMap(source -> Undocumented.in(source).stream()))
        .isEmpty();
  }

  @Test
  void exportedMembers_whenOneHasNoDocComment_areReported(@TempDir Path directory)
      throws IOException {
    Path file = Files.writeString(directory.resolve("Bare.java"), """
        package planted.bare;
        public interface Bare {
          int SIZE = 1;
          void act();
          /** Said. */
          void said();
          /**
           * A record.
           *
           * @param first the first
           */
          record Pair(int first, int second) {
            @Override
            public String toString() {
              return "";
            }
          }
          enum Mode { ON }
        }
        class Hidden {
          public void quiet() {}
        }
        """);

    List<String> found = Undocumented.in(JavaSource.parse(List.of(file)).get(0));

    assertThat(found.stream().map(line -> line.substring(line.indexOf("Bare.java"))))
        .containsExactlyInAnyOrder(
            "Bare.java:2: INTERFACE Bare",
            "Bare.java:3: field SIZE",
            "Bare.java:4: act(…)",
            "Bare.java: component second of Pair",
            "Bare.java:18: ENUM Mode",
            "Bare.java:18: field ON");
  }

  @Test
  void architecturePage_always_namesEveryModuleAndExportedPackage() throws IOException {
    String page = Files.readString(Repository.ROOT.resolve("ARCHITECTURE.md"));

    assertThat(Repository.modules())
        .allSatisfy(module -> assertThat(page).contains("`" + module + "`"));
    assertThat(exportedPackages())
        .hasSizeGreaterThan(8)
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  private static Set<String> exportedPackages() {
    return Repository.productionModules().stream()
        .map(Repository::classes)
        .flatMap(classes -> java.lang.module.ModuleFinder.of(classes).findAll().stream())
        .flatMap(module -> module.descriptor().exports().stream())
        .filter(exports -> !exports.isQualified())
        .map(exports -> exports.source())
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }
}
