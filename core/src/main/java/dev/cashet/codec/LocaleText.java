package dev.cashet.codec;

import java.util.Locale;
import java.util.TreeSet;

/** A locale in all its parts: a language tag cannot carry every locale. */
final class LocaleText {
  private LocaleText() {}

  static String of(Locale locale) {
    StringBuilder text = new StringBuilder()
        .append(locale.getLanguage())
        .append('|')
        .append(locale.getScript())
        .append('|')
        .append(locale.getCountry())
        .append('|')
        .append(locale.getVariant());
    for (char key : new TreeSet<>(locale.getExtensionKeys())) {
      text.append('|').append(key).append('=').append(locale.getExtension(key));
    }
    return text.toString();
  }

  static Locale parse(String text) {
    String[] parts = text.split("\\|", -1);
    if (parts.length == 4 && parts[1].isEmpty()) {
      return new Locale(parts[0], parts[2], parts[3]);
    }
    Locale.Builder builder = new Locale.Builder()
        .setLanguage(parts[0])
        .setScript(parts[1])
        .setRegion(parts[2])
        .setVariant(parts[3]);
    for (int i = 4; i < parts.length; i++) {
      builder.setExtension(parts[i].charAt(0), parts[i].substring(2));
    }
    return builder.build();
  }
}
