package dev.cashet.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a shell needs to complete words. */
@Command(
    name = "completion",
    description = "Print what a shell needs to complete words: bash, zsh or fish.",
    footer = {
      "",
      "Examples:",
      "  source <(cashet completion bash)",
      "  cashet completion zsh > ~/.zfunc/_cashet",
      "  cashet completion fish > ~/.config/fish/completions/cashet.fish"
    })
final class CompletionCommand implements Callable<Integer> {
  /** Shells. */
  enum Shell {
    /** GNU bash. */
    BASH,
    /** Z shell, by way of its bash completion. */
    ZSH,
    /** fish. */
    FISH
  }

  @Spec
  private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  private Shell shell = Shell.BASH;

  @Override
  public Integer call() {
    CommandSpec own = Objects.requireNonNull(spec, "spec");
    Output output = RootCommand.of(own).output();
    CommandLine root = own.root().commandLine();
    switch (shell) {
      case BASH -> output.line(AutoComplete.bash("cashet", root).stripTrailing());
      case ZSH -> {
        output.line("#compdef cashet");
        output.line("autoload -U +X bashcompinit && bashcompinit");
        output.line(AutoComplete.bash("cashet", root).stripTrailing());
      }
      case FISH -> FishCompletion.print(output, root);
    }
    return 0;
  }
}
