package dev.cashet.cli;

import dev.cashet.Task;
import dev.cashet.identity.FunctionIdentity;
import dev.cashet.identity.FunctionKey;
import dev.cashet.identity.KeyDifference;
import dev.cashet.identity.Target;
import dev.cashet.model.FunctionRecord;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a method's identity is made of, and what tells two builds of it apart. Runs nothing of the program. */
@Command(
    name = "identity",
    description =
        "Show what the identity of a method is made of, or how it differs in another class path.",
    footer = {
      "",
      "Example: cashet identity app.Main::train --classpath build/classes",
      "         cashet identity 'app.Main::train(int,java.lang.String)' -cp old.jar --compare new.jar"
    })
final class IdentityCommand implements Callable<Integer> {
  @Spec
  private @Nullable CommandSpec spec;

  @Option(
      names = {"--classpath", "-cp"},
      paramLabel = "PATH",
      description = "The program: directories and jars; DIR/* means all jars of a directory.",
      defaultValue = ".")
  private String classPath = ".";

  @Option(
      names = "--compare",
      paramLabel = "PATH",
      description = "The program's class path at another time: say what differs there.")
  private @Nullable String other;

  @Parameters(
      paramLabel = "CLASS::METHOD",
      description =
          "The method; add (TYPE,TYPE) where there are several. A constructor is CLASS::new.")
  private String method = "";

  @Override
  public Integer call() throws IOException {
    CommandSpec own = Objects.requireNonNull(spec, "spec");
    Output output = RootCommand.of(own).output();
    MethodName name;
    try {
      name = MethodName.parse(method);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(own.commandLine(), String.valueOf(e.getMessage()), e);
    }
    FunctionRecord here = read(name, classPath);
    if (other == null) {
      IdentityReport.print(output, here);
    } else {
      FunctionRecord there = read(name, other);
      List<KeyDifference> differences = KeyDifference.explain(here.key(), there.key());
      IdentityReport.compare(output, here, there, differences);
    }
    return 0;
  }

  private static FunctionRecord read(MethodName name, String classPath) throws IOException {
    FunctionIdentity identity = ServiceLoader.load(
            FunctionIdentity.class, IdentityCommand.class.getClassLoader())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no function identity on the class path"));
    try (ProgramLoader program = ProgramLoader.of(classPath)) {
      Executable code = name.find(program);
      Target target = identity.resolve(code, program);
      FunctionKey key = identity.identify(target, List.of(), scope(code));
      return key.record();
    }
  }

  /** What a submission takes from the method's annotation. */
  private static FunctionIdentity.Scope scope(Executable code) {
    Task task = code.getAnnotation(Task.class);
    return task == null
        ? FunctionIdentity.Scope.NONE
        : new FunctionIdentity.Scope(List.of(task.dependsOn()), task.precision());
  }
}
