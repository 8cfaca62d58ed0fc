package dev.cashet.identity.bytecode;

import dev.cashet.identity.Precision;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an identity is asked for, besides the class files.
 *
 * @param target the code and what it is applied to
 * @param given internal names of the classes of objects that exist beforehand
 * @param named internal names of the classes that the user named
 * @param precision which methods calls reach
 * @param platform the feature version that counts
 */
record Question(
    CodeTarget target,
    Set<String> given,
    Set<String> named,
    Precision precision,
    Optional<Integer> platform) {
  Question {
    given = new TreeSet<>(given);
    named = new TreeSet<>(named);
  }

  /** All of it as bytes. */
  void writeTo(FormWriter out) {
    FunctionSite site = target.site();
    CodeRef code = site.code();
    out.number(code.tag()).text(code.owner()).text(code.name()).text(code.descriptor());
    out.text(site.adaptation().text()).text(site.home()).text(site.receiver());
    names(site.adaptation().interfaces(), out);
    out.text(RootLink.receiver(target).orElse(""));
    names(given, out);
    names(named, out);
    out.text(precision.name()).number(platform.orElse(0));
  }

  private static void names(Set<String> names, FormWriter out) {
    out.number(names.size());
    new TreeSet<>(names).forEach(out::text);
  }
}
