package dev.cashet.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows between packages; each test is followed by the planted class that it must report. */
final class PackageLawsTest {
  @Test
  void packages_always_formNoCycle() {
    Laws.packagesWithoutCycles().check(House.built().all());
  }

  @Test
  void packages_whenTwoUseEachOther_areReported() {
    assertThat(violations(Laws.packagesWithoutCycles(), House.planted("planted.cycle")))
        .contains("planted.cycle.a")
        .contains("planted.cycle.b");
  }

  @ParameterizedTest
  @CsvSource({
    "dev.cashet.model, ''",
    "dev.cashet.canonical, model",
    "dev.cashet.identity, model canonical",
    "dev.cashet.codec, model canonical",
    "dev.cashet.store, model",
    "dev.cashet.executor, model codec",
    "dev.cashet.archive, model store history",
    "dev.cashet.event, model",
    "dev.cashet.graph, ''",
    "dev.cashet.history, model store codec identity",
    "dev.cashet.maintenance, model store history",
    "dev.cashet.engine, model event canonical identity codec store executor",
    "dev.cashet, model event canonical identity codec store executor engine history graph maintenance archive"
  })
  void package_always_usesOnlyWhatItsArrowsPointAt(String name, String others) {
    Laws.usesOnly(name, packages(others)).check(House.built().all());
  }

  @Test
  void package_whenItUsesALibrary_isReported() {
    assertThat(violations(Laws.usesOnly("planted.values"), House.planted("planted")))
        .contains("planted.values.Value")
        .contains("org.assertj");
  }

  @Test
  void rootPackage_always_isUsedByTheOutermostModulesAlone() {
    Laws.usedOnlyBy(House.built(), "dev.cashet", Set.of("client", "cli", "tck"))
        .check(House.built().all());
  }

  @Test
  void rootPackage_whenAStoreUsesIt_isReported() {
    House house = House.planted("planted");
    assertThat(violations(Laws.usedOnlyBy(house, "planted.common", Set.of("cli")), house))
        .contains("planted.store.one.One");
  }

  @Test
  void clocksAndRandomness_always_areGiven() {
    Laws.timeIsGiven().check(House.built().all());
  }

  @Test
  void clocksAndRandomness_whenTakenFromTheMachine_areReportedEach() {
    assertThat(violations(Laws.timeIsGiven(), House.planted("planted.clock")))
        .contains("System.currentTimeMillis()")
        .contains("Instant.now()")
        .contains("LocalDate.now()")
        .contains("java.util.Random.<init>()")
        .contains("Math.random()")
        .doesNotContain("nanoTime");
  }

  @Test
  void plantedClasses_always_areOutOfTheHouse() {
    assertThat(new ClassFileImporter().importPackages("planted")).hasSizeGreaterThan(5);
    assertThat(House.built().all().stream().map(type -> type.getPackageName()))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("dev.cashet"));
  }

  private static String[] packages(String names) {
    return names.isEmpty()
        ? new String[0]
        : names
            .lines()
            .flatMap(line -> java.util.Arrays.stream(line.split(" ")))
            .map(name -> "dev.cashet." + name)
            .toArray(String[]::new);
  }

  private static String violations(ArchRule rule, House house) {
    return String.join("\n", rule.evaluate(house.all()).getFailureReport().getDetails());
  }
}
