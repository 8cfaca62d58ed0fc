package dev.cashet.maintenance;

import java.util.regex.Pattern;

/** What a pin may be called: nothing that could be a hash, an option or a path that climbs. */
final class PinName {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._/@+-]{0,99}");
  private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{4,}");

  private PinName() {}

  /** The name, if it may be one. */
  static String check(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "pin name: '" + name + "' is none: give 1 to 100 letters, digits and . _ / @ + -,"
              + " beginning with a letter or digit");
    }
    if (HASH.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "pin name: '" + name + "' looks like the start of a hash; give another");
    }
    return name;
  }
}
