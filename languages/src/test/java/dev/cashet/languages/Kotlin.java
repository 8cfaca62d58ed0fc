package dev.cashet.languages;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;

/** The Kotlin compiler in this process. */
final class Kotlin {
  private Kotlin() {}

  static void compile(Path source, Path classes) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ExitCode code = new K2JVMCompiler()
        .exec(
            new PrintStream(said, true, StandardCharsets.UTF_8),
            "-no-stdlib",
            "-no-reflect",
            "-jvm-target",
            "17",
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            classes.toString(),
            source.toString());
    if (code != ExitCode.OK) {
      throw new AssertionError(said.toString(StandardCharsets.UTF_8));
    }
  }
}
