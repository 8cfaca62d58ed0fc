package dev.cashet.cli;

import dev.cashet.Cashet;
import dev.cashet.CashetBuilder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The options that every command takes, and the client that it works with. */
@Command(
    name = "cashet",
    description = "Run a function once; get the same result instantly every time after.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    footer = {
      "",
      "The store is --store URL, else --dir PATH, else $CASHET_STORE, else $CASHET_DIR, else",
      "what .cashet/config or ~/.config/cashet/config says, else ./.cashet.",
      "Exit codes: 0 done, 1 not found or failed, 2 usage."
    })
final class RootCommand implements Runnable {
  private final Output output;
  private final Configuration configuration;

  @Option(
      names = "--dir",
      paramLabel = "PATH",
      scope = ScopeType.INHERIT,
      description = "The store's directory.")
  private @Nullable Path directory;

  @Option(
      names = "--store",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "The store's address, for example sqlite:PATH.")
  private @Nullable String storeUrl;

  @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print one JSON document.")
  private boolean json;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      defaultValue = "auto",
      description = "auto, always or never; NO_COLOR is honoured.")
  private ColorMode color = ColorMode.AUTO;

  @Option(
      names = "--no-pager",
      scope = ScopeType.INHERIT,
      description = "On a terminal, print straight to it instead of through a pager.")
  private boolean withoutPager;

  @Spec
  private @Nullable CommandSpec spec;

  RootCommand(Output output, Configuration configuration) {
    this.output = output;
    this.configuration = configuration;
  }

  Output output() {
    return output;
  }

  /** For commands that may print more than a screen. */
  void page() {
    if (!withoutPager && !json) {
      output.page();
    }
  }

  void apply() {
    output.setJson(json);
    output.setColor(color);
    if (directory != null && storeUrl != null && spec != null) {
      throw new ParameterException(
          spec.commandLine(), "--dir and --store both name a store: give one of them");
    }
    if (directory == null && storeUrl == null) {
      directory = configuration.store("dir").map(Path::of).orElse(null);
      storeUrl = directory == null ? configuration.store("store").orElse(null) : null;
    }
  }

  Cashet open() {
    CashetBuilder builder = Cashet.builder();
    if (storeUrl != null) {
      builder.storeUrl(storeUrl);
    } else if (directory != null) {
      builder.directory(directory);
    }
    return builder.build();
  }

  /** The directory that a child process is to use, if the user named one. */
  @Nullable
  Path directory() {
    return directory;
  }

  @Nullable
  String storeUrl() {
    return storeUrl;
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "which command?");
    }
  }

  static RootCommand of(CommandSpec spec) {
    CommandLine root = spec.commandLine();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    return (RootCommand) root.getCommand();
  }
}
