package org.tingbok.app.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tingbok.vocabulary.BadInputException;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The values of options that the command line leaves out: a variable of the environment, before a file, before the default. What is
/// said of a command comes before what is said in general. Not for several threads.
///
/// The file is the one that `--config` names, else the variable TINGBOK_CONFIG, else `tingbok/tingbok.toml` among the user's own
/// settings (XDG_CONFIG_HOME, or `.config` in HOME), if there is one.
public final class Configuration implements IDefaultValueProvider {
  private final CommandLine root;
  private final Map<String, String> environment;
  private final Path folder;
  private final Supplier<Optional<Path>> asked;
  private Optional<Loaded> loaded = Optional.empty();

  /// A configuration; nothing is read before the first value is asked for.
  ///
  /// @param root the command line with all its commands
  /// @param environment variables
  /// @param folder the working folder
  /// @param asked the file that the command line names
  public Configuration(CommandLine root, Map<String, String> environment, Path folder,
      Supplier<Optional<Path>> asked) {
    this.root = root;
    this.environment = Map.copyOf(environment);
    this.folder = folder;
    this.asked = asked;
  }

  /// Where a value comes from.
  public sealed interface Origin {
    /// A variable of the environment.
    ///
    /// @param name its name
    record Variable(String name) implements Origin {
      @Override
      public String words() {
        return "the environment, " + name;
      }
    }

    /// A file.
    ///
    /// @param path where it is
    /// @param key the key in it
    record File(Path path, String key) implements Origin {
      @Override
      public String words() {
        return path + ", " + key;
      }
    }

    /// The program's own.
    record Default() implements Origin {
      @Override
      public String words() {
        return "default";
      }
    }

    /// The same for people.
    ///
    /// @return a few words
    String words();
  }

  /// A value with where it comes from.
  ///
  /// @param value as it would stand on the command line; empty text if there is none
  /// @param origin where it comes from
  public record Setting(String value, Origin origin) {
  }

  private record Loaded(Optional<Path> file, Map<String, List<String>> values) {
  }

  private Loaded loaded() {
    if (loaded.isEmpty()) {
      Keys keys = Keys.of(root);
      keys.checkVariables(environment.keySet());
      Optional<Path> file = place();
      Map<String, List<String>> values = file.map(ConfigurationFile::read).orElse(Map.of());
      values.forEach((key, words) -> {
        keys.check(key, String.valueOf(file.orElse(folder)));
        if (words.size() != 1 && keys.option(key).filter(Configuration::takesSeveral).isEmpty()) {
          throw new BadInputException("CONFIG_VALUE", file.orElse(folder) + " sets '" + key + "' to " + words.size()
              + " values; it takes one");
        }
      });
      loaded = Optional.of(new Loaded(file, values));
    }
    return loaded.get();
  }

  private static boolean takesSeveral(OptionSpec option) {
    return option.isMultiValue() && !option.splitRegex().isEmpty();
  }

  /// The file that values are read from.
  ///
  /// @return empty if there is none
  /// @throws BadInputException `CONFIG_UNREADABLE`, `CONFIG_UNKNOWN`, `CONFIG_VALUE` if it is not as it should be
  public Optional<Path> file() {
    return loaded().file();
  }

  private Optional<Path> place() {
    Optional<Path> named = asked.get().or(() -> variable("TINGBOK_CONFIG").map(Path::of)).map(folder::resolve);
    if (named.isPresent()) {
      return named;
    }
    return variable("XDG_CONFIG_HOME").map(Path::of).or(() -> variable("HOME").map(home -> Path.of(home, ".config")))
        .map(own -> own.resolve("tingbok/tingbok.toml")).filter(Files::isRegularFile);
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /// The value that an option has unless the command line says another.
  ///
  /// @param option the option
  /// @return the value with where it comes from
  /// @throws BadInputException as [#file]
  public Setting setting(OptionSpec option) {
    List<String> keys = Keys.of(option);
    Loaded now = keys.isEmpty() ? new Loaded(Optional.empty(), Map.of()) : loaded();
    for (String key : keys) {
      Optional<String> value = variable(Keys.variable(key));
      if (value.isPresent()) {
        return new Setting(value.get(), new Origin.Variable(Keys.variable(key)));
      }
    }
    for (String key : keys) {
      Optional<List<String>> value = Optional.ofNullable(now.values().get(key));
      if (value.isPresent()) {
        return new Setting(String.join(",", value.get()), new Origin.File(now.file().orElse(folder), key));
      }
    }
    return new Setting(Optional.ofNullable(option.defaultValue()).orElse(""), new Origin.Default());
  }

  /// Tells picocli what an option is where the command line leaves it out. What looks like a reference to a variable is none.
  @Override
  @SuppressWarnings("NullAway") // picocli's word for "none" is null
  public String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option) || Keys.of(option).isEmpty()) {
      return null;
    }
    Setting setting = setting(option);
    return switch (setting.origin()) {
      case Origin.Default _ -> null;
      case Origin.Variable _, Origin.File _ -> setting.value().replace("$", "$$");
    };
  }

  /// Where the value of an argument comes from, if the command line does not say it: for the line about a value that is none.
  ///
  /// @param argument the argument
  /// @return empty for what the command line says, and for defaults
  public Optional<String> blamed(ArgSpec argument) {
    if (argument instanceof OptionSpec option && !Keys.of(option).isEmpty()) {
      Origin origin = setting(option).origin();
      return origin instanceof Origin.Default ? Optional.empty() : Optional.of(origin.words());
    }
    return Optional.empty();
  }
}
