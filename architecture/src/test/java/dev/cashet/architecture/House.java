package dev.cashet.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Classes and the modules they belong to. A package belongs to one module, as the Java platform demands of modules.
 *
 * @param all every class
 * @param moduleByPackage which module a package belongs to
 */
record House(JavaClasses all, Map<String, String> moduleByPackage) {
  private static final House BUILT = load();

  /** The production classes of all modules, as compiled. */
  static House built() {
    return BUILT;
  }

  /** Planted classes: each package at or below this one is taken for a module of its last name. */
  static House planted(String root) {
    JavaClasses classes = new ClassFileImporter().importPackages(root);
    Map<String, String> modules = new TreeMap<>();
    for (JavaClass each : classes) {
      String name = each.getPackageName();
      modules.put(name, name.substring(name.lastIndexOf('.') + 1));
    }
    return new House(classes, modules);
  }

  Optional<String> module(JavaClass type) {
    return Optional.ofNullable(moduleByPackage.get(type.getBaseComponentType().getPackageName()));
  }

  private static House load() {
    Map<String, String> modules = new TreeMap<>();
    for (String module : Repository.productionModules()) {
      if (!Files.isDirectory(Repository.classes(module))) {
        throw new IllegalStateException("module " + module + " is not compiled");
      }
      for (JavaClass each : new ClassFileImporter().importPath(Repository.classes(module))) {
        String before = modules.put(each.getPackageName(), module);
        if (before != null && !before.equals(module)) {
          throw new IllegalStateException(each.getPackageName() + " is in two modules");
        }
      }
    }
    JavaClasses all = new ClassFileImporter()
        .importPaths(
            Repository.productionModules().stream().map(Repository::classes).toList());
    return new House(all, modules);
  }
}
