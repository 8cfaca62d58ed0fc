package dev.cashet.identity.bytecode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleReader;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Application modules: those in directories and in a run-time image. Modules in jars are libraries but the function's own. */
final class ModulePlaces {
  private ModulePlaces() {}

  /** Directories of the modules that the class's layer, or a layer above it, was made of. */
  static List<Path> directories(Class<?> home) {
    List<Path> found = new ArrayList<>();
    for (ResolvedModule each : modules(home)) {
      Optional<URI> location = each.reference().location();
      if (location.isPresent() && location.get().getScheme().equals("file")) {
        Path path = Path.of(location.get());
        if (path.toFile().isDirectory()) {
          found.add(path);
        }
      }
    }
    return found;
  }

  /** Hands over the classes of the image's modules that are not the platform's. */
  static void eachInImage(Class<?> home, BiConsumer<String, byte[]> out) {
    for (ResolvedModule each : modules(home)) {
      boolean image =
          each.reference().location().filter(at -> at.getScheme().equals("jrt")).isPresent();
      if (image && !isPlatform(each.name())) {
        read(each, out);
      }
    }
  }

  private static void read(ResolvedModule module, BiConsumer<String, byte[]> out) {
    try (ModuleReader reader = module.reference().open()) {
      for (String name : reader.list().sorted().toList()) {
        if (name.endsWith(".class") && !name.equals("module-info.class")) {
          try (InputStream in = reader.open(name).orElseThrow()) {
            out.accept(name.substring(0, name.length() - ".class".length()), in.readAllBytes());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read module " + module.name(), e);
    }
  }

  private static boolean isPlatform(String module) {
    return module.startsWith("java.") || module.startsWith("jdk.");
  }

  private static List<ResolvedModule> modules(Class<?> home) {
    ModuleLayer layer = home.getModule().getLayer();
    List<ResolvedModule> found = new ArrayList<>();
    if (layer != null) {
      add(layer.configuration(), found);
    }
    return found;
  }

  private static void add(Configuration configuration, List<ResolvedModule> found) {
    found.addAll(configuration.modules());
    configuration.parents().forEach(each -> add(each, found));
  }
}
