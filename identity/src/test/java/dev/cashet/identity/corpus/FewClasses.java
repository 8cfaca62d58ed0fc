package dev.cashet.identity.corpus;

import java.net.URL;

/**
 * The platform and the functional interfaces that the programs need: with the whole test class path as parent, every
 * program would have all test classes among the user's code, which costs time and proves nothing.
 */
final class FewClasses extends ClassLoader {
  private static final ClassLoader ALL = FewClasses.class.getClassLoader();

  FewClasses() {
    super(ClassLoader.getPlatformClassLoader());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!name.startsWith("dev.cashet.")) {
      throw new ClassNotFoundException(name);
    }
    return ALL.loadClass(name);
  }

  @Override
  protected URL findResource(String name) {
    return name.startsWith("dev/cashet/") && name.endsWith(".class") ? ALL.getResource(name) : null;
  }
}
