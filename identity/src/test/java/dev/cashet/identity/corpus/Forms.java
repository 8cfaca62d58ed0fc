package dev.cashet.identity.corpus;

import java.util.List;

/** Source of a class that gives every method of {@code app.Main} in each form that a user may hand over. */
final class Forms {
  /** The form of a function that its program hands over itself. */
  static final String OWN = "own";

  private static final String HEAD = """
      package app;

      import dev.cashet.Fn0;
      import java.io.Serializable;
      import java.util.Map;
      import java.util.TreeMap;

      public class Forms {
      """;

  private static final String ONE = """
        public static Map<String, Object> NAME() {
          Map<String, Object> forms = new TreeMap<>();
          forms.put("reference", (Fn0<Object>) Main::NAME);
          forms.put("call", (Fn0<Object>) () -> Main.NAME());
          forms.put("lambda", (Fn0<Object>) () -> "<" + Main.NAME() + ">");
          forms.put("anonymous", new Fn0<Object>() {
            public Object call() throws Exception {
              return Main.NAME();
            }
          });
          forms.put("instance", (Fn0<Object>) new NAMEBy(3)::run);
          NAMEJob job = new NAMEBy(4);
          forms.put("interface", (Fn0<Object>) job::run);
          forms.put("object", new NAMEFn());
          forms.put("nested", (Fn0<Object>) () -> ((Fn0<Object>) () -> Main.NAME()).call());
          return forms;
        }

        interface NAMEJob {
          Object run() throws Exception;
        }

        static class NAMEBy implements NAMEJob, Serializable {
          final int by;

          NAMEBy(int by) {
            this.by = by;
          }

          public Object run() throws Exception {
            return Main.NAME();
          }
        }

        static class NAMEFn implements Fn0<Object> {
          public Object call() throws Exception {
            return Main.NAME();
          }
        }
      """;

  private static final String PLAIN = """
        public static dev.cashet.Fn0<Object> NAME() {
          return Main::NAME;
        }
      """;

  private Forms() {}

  /** A class that hands over each method as a plain reference. */
  static String plain(List<String> methods) {
    StringBuilder out = new StringBuilder("package app;\n\npublic class Plain {\n");
    methods.forEach(name -> out.append(PLAIN.replace("NAME", name)));
    return out.append("}\n").toString();
  }

  /** A class that hands over each method in every form. */
  static String source(List<String> methods) {
    StringBuilder out = new StringBuilder(HEAD);
    methods.forEach(name -> out.append(ONE.replace("NAME", name)));
    return out.append("}\n").toString();
  }
}
