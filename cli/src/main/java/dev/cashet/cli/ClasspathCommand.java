package dev.cashet.cli;

import java.io.File;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The class path that a program using cashet needs. */
@Command(
    name = "classpath",
    description = "Print the class path that a program using cashet needs.",
    footer = {"", "Example: java -cp \"$(cashet classpath):build\" app.Main"})
final class ClasspathCommand implements Callable<Integer> {
  @Spec
  private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Output output = RootCommand.of(Objects.requireNonNull(spec, "spec")).output();
    if (!output.isJson()) {
      output.line(Libraries.classPath());
      return 0;
    }
    Json.print(output, json -> {
      json.writeStartObject();
      json.writeArrayFieldStart("classpath");
      for (String entry : Libraries.classPath().split(File.pathSeparator)) {
        json.writeString(entry);
      }
      json.writeEndArray();
      json.writeEndObject();
    });
    return 0;
  }
}
