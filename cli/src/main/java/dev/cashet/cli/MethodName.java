package dev.cashet.cli;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A method as people write it: {@code app.Main::train} or {@code app.Main::train(double[],java.lang.String)}; a
 * constructor is {@code app.Main::new}.
 *
 * @param owner the class, nested ones after a dot or a dollar sign
 * @param method its method's name
 * @param parameters their types, with or without packages; empty if any will do
 */
record MethodName(String owner, String method, Optional<List<String>> parameters) {
  /**
   * Reads the text.
   *
   * @throws IllegalArgumentException if it has another form
   */
  static MethodName parse(String text) {
    int colons = text.indexOf("::");
    int open = text.indexOf('(');
    boolean listed = open >= 0 && text.endsWith(")") && open > colons;
    int end = listed ? open : text.length();
    if (colons <= 0 || colons + 2 >= end || (open >= 0 && !listed)) {
      throw new IllegalArgumentException(
          "'" + text + "' names no method: write CLASS::METHOD or CLASS::METHOD(TYPE,TYPE)");
    }
    return new MethodName(
        text.substring(0, colons).strip(),
        text.substring(colons + 2, end).strip(),
        listed
            ? Optional.of(types(text.substring(open + 1, text.length() - 1)))
            : Optional.empty());
  }

  private static List<String> types(String list) {
    return list.isBlank()
        ? List.of()
        : Stream.of(list.split(",", -1))
            .map(type -> type.strip().replace("...", "[]"))
            .toList();
  }

  /**
   * The method in a program; initialises nothing.
   *
   * @throws CommandFailure if there is none, or more than one
   */
  Executable find(ClassLoader program) {
    Class<?> type = load(program);
    try {
      List<Executable> named = named(type);
      List<Executable> found = named.stream().filter(this::fits).toList();
      if (found.size() == 1) {
        return found.get(0);
      }
      if (found.isEmpty()) {
        throw new CommandFailure("class " + type.getName() + " has no method "
            + (named.isEmpty() ? method : written() + "; there is " + list(named)));
      }
      throw new CommandFailure(type.getName() + "::" + written()
          + " is more than one method; say which: " + list(found));
    } catch (LinkageError e) {
      throw new CommandFailure("class " + type.getName()
          + " needs a class that is not on the class path: " + e.getMessage());
    }
  }

  private Class<?> load(ClassLoader program) {
    String name = owner;
    while (true) {
      try {
        return Class.forName(name, false, program);
      } catch (ClassNotFoundException e) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
          throw new CommandFailure("there is no class " + owner + " on the class path");
        }
        // a nested class may be written with dots
        name = name.substring(0, dot) + "$" + name.substring(dot + 1);
      } catch (LinkageError e) {
        throw new CommandFailure("class " + name + " cannot be loaded: " + e.getMessage());
      }
    }
  }

  /** In the class itself, else in the nearest of its supertypes that has the name. */
  private List<Executable> named(Class<?> type) {
    if (method.equals("new")) {
      return List.of(type.getDeclaredConstructors());
    }
    Deque<Class<?>> left = new ArrayDeque<>();
    left.add(type);
    while (!left.isEmpty()) {
      Class<?> each = left.remove();
      List<Executable> found = Arrays.stream(each.getDeclaredMethods())
          .filter(candidate -> candidate.getName().equals(method) && !candidate.isSynthetic())
          .<Executable>map(Method.class::cast)
          .toList();
      if (!found.isEmpty()) {
        return found;
      }
      if (each.getSuperclass() != null) {
        left.add(each.getSuperclass());
      }
      left.addAll(Arrays.asList(each.getInterfaces()));
    }
    return List.of();
  }

  private boolean fits(Executable candidate) {
    if (parameters.isEmpty()) {
      return true;
    }
    Class<?>[] types = candidate.getParameterTypes();
    List<String> wanted = parameters.get();
    if (types.length != wanted.size()) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      String full = types[i].getTypeName();
      String dotted = full.replace('$', '.');
      String want = wanted.get(i);
      if (!full.equals(want) && !dotted.equals(want) && !dotted.endsWith("." + want)) {
        return false;
      }
    }
    return true;
  }

  private String written() {
    return parameters.map(types -> method + "(" + String.join(",", types) + ")").orElse(method);
  }

  private String list(List<Executable> methods) {
    return methods.stream()
        .map(each -> Stream.of(each.getParameterTypes())
            .map(Class::getTypeName)
            .collect(Collectors.joining(",", method + "(", ")")))
        .sorted()
        .collect(Collectors.joining(" or "));
  }
}
