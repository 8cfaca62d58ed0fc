package dev.cashet.identity.corpus;

import dev.cashet.Fn0;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One side of a pair, compiled and opened in a class loader of its own. */
final class Side implements AutoCloseable {
  private final URLClassLoader loader;

  Side(Path classes) {
    try {
      loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, new FewClasses());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The function in each of its forms; one that the program hands over itself has only one form. */
  Map<String, Case> forms(String function) throws ReflectiveOperationException {
    if (loader.loadClass("app.Main").getMethod(function).getReturnType() != Object.class) {
      return Map.of(Forms.OWN, plain(function));
    }
    Map<String, Case> forms = new java.util.TreeMap<>();
    Method made = loader.loadClass("app.Forms").getMethod(function);
    for (Map.Entry<?, ?> form : ((Map<?, ?>) made.invoke(null)).entrySet()) {
      forms.put((String) form.getKey(), asCase(form.getValue()));
    }
    return forms;
  }

  /** The function as a plain reference, or as its program hands it over. */
  Case plain(String function) throws ReflectiveOperationException {
    Method main = loader.loadClass("app.Main").getMethod(function);
    if (main.getReturnType() == Case.class) {
      return (Case) main.invoke(null);
    }
    if (main.getReturnType() == Object.class) {
      main = loader.loadClass("app.Plain").getMethod(function);
    }
    return asCase(main.invoke(null));
  }

  private static Case asCase(Object function) {
    return new Case(function, List.of(), () -> ((Fn0<?>) function).call());
  }

  /** What the function gives when it is run here, as text; an exception is a result too. */
  String result(String function) {
    try {
      return String.valueOf(plain(function).body().call());
    } catch (InvocationTargetException e) {
      return "threw " + e.getCause();
    } catch (Exception | LinkageError e) {
      return "threw " + e;
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
