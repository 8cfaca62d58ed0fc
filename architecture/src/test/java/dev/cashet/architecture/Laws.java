package dev.cashet.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;

/** The arrows as rules; what they are checked against is the tests' matter. */
final class Laws {
  private static final String[] PLATFORM = {
    "java..", "jdk.jfr..", "javax.crypto..", "org.jspecify.annotations"
  };

  private static final Set<String> TIMELESS =
      Set.of("java.lang.System.currentTimeMillis()", "java.lang.Math.random()");

  private Laws() {}

  /** Law 1, within: packages form no cycle. */
  static ArchRule packagesWithoutCycles() {
    return withoutCycles("packages", JavaClass::getPackageName);
  }

  /** Law 1, across: modules form no cycle. */
  static ArchRule modulesWithoutCycles(House house) {
    return withoutCycles("modules", type -> house.module(type).orElse(""));
  }

  /** A package that uses the platform and these other packages, and nothing else. */
  static ArchRule usesOnly(String name, String... others) {
    return classes()
        .that()
        .resideInAPackage(name)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(PLATFORM).or(resideInAPackage(name)).or(resideInAnyPackage(others)));
  }

  /** A package that only these modules may use, besides itself. */
  static ArchRule usedOnlyBy(House house, String name, Collection<String> modules) {
    return classes()
        .that()
        .resideInAPackage(name)
        .should()
        .onlyHaveDependentClassesThat(resideInAPackage(name)
            .or(describe(
                "are in one of " + modules,
                type -> house.module(type).filter(modules::contains).isPresent())));
  }

  /** A module that uses the platform, its own classes, these modules and these libraries, and nothing else. */
  static ArchRule moduleUsesOnly(
      House house, String module, Collection<String> modules, Collection<String> libraries) {
    return classes()
        .that(in(house, module))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(PLATFORM)
            .or(resideInAnyPackage(libraries.toArray(String[]::new)))
            .or(in(house, module))
            .or(describe(
                "are in one of " + modules,
                type -> house.module(type).filter(modules::contains).isPresent())));
  }

  /** Classes of these packages never depend on classes of those. */
  static ArchRule neverKnows(String user, String used) {
    return noClasses()
        .that()
        .resideInAPackage(user)
        .should()
        .dependOnClassesThat(resideInAPackage(used));
  }

  /** Law 7: nobody asks the machine for the time of day or for unseeded randomness. */
  static ArchRule timeIsGiven() {
    return noClasses()
        .should()
        .accessTargetWhere(describe("the time of day or unseeded randomness", Laws::isUngiven));
  }

  private static boolean isUngiven(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    String call = owner + "." + name + "()";
    boolean withoutArguments = access.getTarget().getFullName().endsWith("()");
    boolean now = owner.startsWith("java.time.") && name.equals("now") && withoutArguments;
    boolean fresh = (owner.equals("java.util.Random") || owner.equals("java.util.Date"))
        && name.equals("<init>")
        && withoutArguments;
    return TIMELESS.contains(call) || now || fresh;
  }

  private static DescribedPredicate<JavaClass> in(House house, String module) {
    return describe(
        "are in " + module, type -> house.module(type).filter(module::equals).isPresent());
  }

  private static ArchRule withoutCycles(String what, Function<JavaClass, String> slice) {
    return slices()
        .assignedFrom(new SliceAssignment() {
          @Override
          public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = slice.apply(type);
            return name.isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(name);
          }

          @Override
          public String getDescription() {
            return what;
          }
        })
        .should()
        .beFreeOfCycles();
  }
}
