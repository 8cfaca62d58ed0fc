package dev.cashet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Defaults for options from the user's file and from that of the working directory's store, which wins. A line is {@code
 * option = value} for every command or {@code command.option = value} for one; {@code #} begins a remark.
 */
final class Configuration implements IDefaultValueProvider {
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> places = new LinkedHashMap<>();

  private Configuration() {}

  static Configuration ofEnvironment() {
    String home = System.getenv("XDG_CONFIG_HOME");
    Path user = home == null || home.isEmpty()
        ? Path.of(System.getProperty("user.home"), ".config")
        : Path.of(home);
    return of(List.of(user.resolve("cashet").resolve("config"), Path.of(".cashet", "config")));
  }

  static Configuration of(List<Path> files) {
    Configuration configuration = new Configuration();
    files.forEach(configuration::read);
    return configuration;
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Refuses what no option bears the name of: a slip must not pass unseen. */
  void check(CommandLine root) {
    for (String key : values.keySet()) {
      int dot = key.indexOf('.');
      CommandLine command = dot < 0 ? root : root.getSubcommands().get(key.substring(0, dot));
      String option = "--" + key.substring(dot + 1);
      boolean known = command != null
          && (command.getCommandSpec().optionsMap().containsKey(option)
              || dot < 0
                  && root.getSubcommands().values().stream()
                      .anyMatch(each -> each.getCommandSpec().optionsMap().containsKey(option)));
      if (!known) {
        throw new IllegalArgumentException(places.get(key) + ": there is no option '" + key + "'");
      }
    }
  }

  /** The store and its directory are given by the command line, else by the environment, else here. */
  Optional<String> store(String option) {
    return System.getenv("CASHET_DIR") == null && System.getenv("CASHET_STORE") == null
        ? Optional.ofNullable(values.get(option))
        : Optional.empty();
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || !option.longestName().startsWith("--")) {
      return null;
    }
    String name = option.longestName().substring(2);
    if (name.equals("dir") || name.equals("store")) {
      return null;
    }
    String own = values.get(argument.command().name() + "." + name);
    return own != null ? own : values.get(name);
  }

  private void read(Path file) {
    if (!Files.isRegularFile(file)) {
      return;
    }
    try {
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        String text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
          continue;
        }
        int equals = text.indexOf('=');
        if (equals < 1) {
          throw new IllegalArgumentException(
              file + " line " + number + ": '" + text + "' is not OPTION = VALUE");
        }
        String key = text.substring(0, equals).strip();
        values.put(key, text.substring(equals + 1).strip());
        places.put(key, file + " line " + number);
      }
    } catch (IOException e) {
      throw new CommandFailure("cannot read " + file + ": " + e.getMessage());
    }
  }
}
