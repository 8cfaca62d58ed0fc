package dev.cashet.languages;

import dotty.tools.dotc.Driver;
import dotty.tools.dotc.reporting.Reporter;
import java.nio.file.Path;

/** The Scala 3 compiler in this process. */
final class Scala {
  private Scala() {}

  static void compile(Path source, Path classes) {
    String[] arguments = {
      "-classpath",
      System.getProperty("java.class.path"),
      "-d",
      classes.toString(),
      source.toString()
    };
    Reporter reporter = new Driver().process(arguments);
    if (reporter.hasErrors()) {
      throw new AssertionError(reporter.summary());
    }
  }
}
