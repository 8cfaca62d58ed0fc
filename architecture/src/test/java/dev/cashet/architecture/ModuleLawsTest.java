package dev.cashet.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** The arrows between modules, and one library in one room. */
final class ModuleLawsTest {
  /** What a module may use besides the platform: other modules, then packages of libraries. */
  private record Room(Set<String> modules, Set<String> libraries) {}

  private static final Map<String, Room> ROOMS = Map.ofEntries(
      room("core", Set.of()),
      room("identity", Set.of("core"), "org.objectweb.asm.."),
      room("stores/files", Set.of("core"), "com.github.luben.zstd.."),
      room("stores/sqlite", Set.of("core"), "org.sqlite.."),
      room(
          "serializers/json",
          Set.of("core"),
          "tools.jackson..",
          "com.fasterxml.jackson.annotation.."),
      room("serializers/messagepack", Set.of("core"), "org.msgpack.."),
      room("serializers/kryo", Set.of("core"), "com.esotericsoftware.."),
      room("serializers/fory", Set.of("core"), "org.apache.fory.."),
      room("executors/process", Set.of("core")),
      room("client", Set.of("core", "identity", "stores/files", "stores/sqlite")),
      room("cli", Set.of("core", "client"), "picocli..", "com.fasterxml.jackson.."),
      room("tck", Set.of("core"), "org.junit.jupiter..", "org.assertj.."));

  private static Map.Entry<String, Room> room(
      String module, Set<String> modules, String... libraries) {
    return Map.entry(module, new Room(modules, Set.of(libraries)));
  }

  static List<String> productionModules() {
    return Repository.productionModules();
  }

  @Test
  void modules_always_haveARoom() {
    assertThat(ROOMS.keySet()).containsExactlyInAnyOrderElementsOf(productionModules());
  }

  @Test
  void modules_always_formNoCycle() {
    Laws.modulesWithoutCycles(House.built()).check(House.built().all());
  }

  @Test
  void modules_whenTwoUseEachOther_areReported() {
    House house = House.planted("planted.cycle");
    assertThat(violations(Laws.modulesWithoutCycles(house), house)).contains("First", "Second");
  }

  @ParameterizedTest
  @MethodSource("productionModules")
  void module_always_usesItsArrowsAndItsLibraryAlone(String module) {
    Room room = ROOMS.get(module);
    Laws.moduleUsesOnly(House.built(), module, room.modules(), room.libraries())
        .check(House.built().all());
  }

  @Test
  void module_whenAStoreKnowsAnother_isReported() {
    House house = House.planted("planted.store");
    assertThat(violations(Laws.moduleUsesOnly(house, "one", Set.of("core"), Set.of()), house))
        .contains("planted.store.two.Two");
  }

  @Test
  void module_whenItUsesTheLibraryOfAnotherRoom_isReported() {
    House house = House.planted("planted");
    assertThat(violations(
            Laws.moduleUsesOnly(house, "values", Set.of(), Set.of("org.sqlite..")), house))
        .contains("org.assertj");
  }

  @Test
  void stores_always_knowNeitherEngineNorExecutor() {
    for (String store : List.of("dev.cashet.store.files..", "dev.cashet.store.sqlite..")) {
      Laws.neverKnows(store, "dev.cashet.engine..").check(House.built().all());
      Laws.neverKnows(store, "dev.cashet.executor..").check(House.built().all());
    }
  }

  @Test
  void executors_always_knowNoStore() {
    Laws.neverKnows("dev.cashet.executor..", "dev.cashet.store..")
        .check(House.built().all());
  }

  @Test
  void store_whenItKnowsAnother_isReported() {
    assertThat(violations(
            Laws.neverKnows("planted.store.one", "planted.store.two"),
            House.planted("planted.store")))
        .contains("planted.store.one.One");
  }

  @ParameterizedTest
  @MethodSource("productionModules")
  void contracts_always_areOnTestPathsAlone(String module) {
    Element pom = Repository.pom(module);
    if (!module.equals("tck")) {
      assertThat(beyondTests(pom, Set.of("cashet-tck", "junit-jupiter-api", "assertj-core")))
          .isEmpty();
    }
    assertThat(beyondTests(pom, Set.of("archunit"))).isEmpty();
  }

  @Test
  void contracts_whenOnTheCompilePath_areReported() {
    assertThat(beyondTests(Repository.pom("tck"), Set.of("junit-jupiter-api")))
        .containsExactly(new Poms.Dependency("junit-jupiter-api", "compile"));
  }

  @Test
  void everyProductionModule_always_isBuiltBeforeTheseTests() {
    assertThat(Poms.dependencies(Repository.pom("architecture")).stream()
            .map(Poms.Dependency::artifact))
        .containsAll(productionModules().stream()
            .map(module -> Poms.artifact(Repository.pom(module)))
            .toList());
  }

  @Test
  void billOfMaterials_always_namesEveryPublishedArtifact() {
    assertThat(Poms.texts(Repository.pom("bom"), "artifactId"))
        .containsAll(productionModules().stream()
            .map(module -> Poms.artifact(Repository.pom(module)))
            .toList());
  }

  private static List<Poms.Dependency> beyondTests(Element pom, Set<String> artifacts) {
    return Poms.dependencies(pom).stream()
        .filter(dependency -> artifacts.contains(dependency.artifact()))
        .filter(dependency -> !dependency.scope().equals("test"))
        .toList();
  }

  private static String violations(ArchRule rule, House house) {
    return String.join("\n", rule.evaluate(house.all()).getFailureReport().getDetails());
  }
}
