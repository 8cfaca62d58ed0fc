package dev.cashet.history;

/** Names of code for people. */
final class Names {
  private Names() {}

  /** Without packages: {@code call of app.Stats.mean(double[])} is {@code call of Stats.mean(double[])}. */
  static String shorten(String name) {
    StringBuilder out = new StringBuilder();
    int word = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i < name.length()
          && (Character.isJavaIdentifierPart(name.charAt(i)) || name.charAt(i) == '.')) {
        continue;
      }
      out.append(withoutPackage(name.substring(word, i)));
      if (i < name.length()) {
        out.append(name.charAt(i));
      }
      word = i + 1;
    }
    return out.toString();
  }

  /** The class's own name. */
  static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  private static String withoutPackage(String word) {
    int at = 0;
    int dot = word.indexOf('.');
    while (dot > at && Character.isLowerCase(word.charAt(at)) && word.indexOf('.', dot + 1) > 0) {
      at = dot + 1;
      dot = word.indexOf('.', at);
    }
    return word.substring(at);
  }
}
