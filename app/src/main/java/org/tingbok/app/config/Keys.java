package org.tingbok.app.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tingbok.vocabulary.BadInputException;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// The keys by which options can be set in a file and in the environment, read off the command line's own model.
///
/// An option of a command has the key `COMMAND.OPTION`: `serve.port`, `names.import.date`. A few that mean the same everywhere have a
/// key without a command too: `ledger`.
public final class Keys {
  /// Options that mean the same in every command that has them.
  public static final Set<String> GENERAL = Set.of("ledger", "by", "allow-host", "log-format", "log-level");
  /// Variables that are no options.
  private static final Set<String> OTHER =
      Set.of("TINGBOK_CONFIG", "TINGBOK_JAVA_OPTS", "TINGBOK_SECOND_READER_KEY", "TINGBOK_TAXII_LOGINS");
  private static final Set<String> NEVER = Set.of("help", "version", "config");
  private static final int NEAR = 4;

  private final Map<String, OptionSpec> options = new TreeMap<>();

  private Keys() {
  }

  /// The keys of a command line.
  ///
  /// @param root the command line with all its commands
  /// @return one for each option of each command, and the general ones
  public static Keys of(CommandLine root) {
    Keys keys = new Keys();
    keys.add(root, "");
    return keys;
  }

  private void add(CommandLine command, String prefix) {
    for (OptionSpec option : command.getCommandSpec().options()) {
      String name = name(option);
      if (!NEVER.contains(name) && !prefix.isEmpty()) {
        options.put(prefix + name, option);
        if (GENERAL.contains(name)) {
          options.putIfAbsent(name, option);
        }
      }
    }
    Set<CommandLine> seen = new java.util.HashSet<>();
    command.getSubcommands().forEach((name, below) -> {
      if (seen.add(below)) {
        add(below, prefix + name + ".");
      }
    });
  }

  /// What an option is called in a key.
  ///
  /// @param option the option
  /// @return its longest name without the dashes
  public static String name(OptionSpec option) {
    return option.longestName().replaceFirst("^-+", "");
  }

  /// The keys that an option of a command is looked up by.
  ///
  /// @param option the option
  /// @return its own first, then the general one if it has one; empty for one that is never configured
  static List<String> of(OptionSpec option) {
    String name = name(option);
    List<String> path = new ArrayList<>();
    for (CommandLine at = option.command().commandLine(); at != null && at.getParent() != null; at = at.getParent()) {
      path.addFirst(at.getCommandName());
    }
    if (NEVER.contains(name) || path.isEmpty()) {
      return List.of();
    }
    String own = String.join(".", path) + "." + name;
    return GENERAL.contains(name) ? List.of(own, name) : List.of(own);
  }

  /// The variable of a key.
  ///
  /// @param key a key
  /// @return as in `TINGBOK_SERVE_PORT`
  public static String variable(String key) {
    return "TINGBOK_" + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /// All keys with the options that they set.
  ///
  /// @return by key
  public Map<String, OptionSpec> all() {
    return java.util.Collections.unmodifiableMap(options);
  }

  /// The option of a key.
  Optional<OptionSpec> option(String key) {
    return Optional.ofNullable(options.get(key));
  }

  /// Refuses a key that there is none of.
  ///
  /// @throws BadInputException `CONFIG_UNKNOWN` with the nearest that there is
  void check(String key, String where) {
    if (!options.containsKey(key)) {
      throw unknown(key, where, options.keySet());
    }
  }

  /// Refuses variables that look like ours and are not.
  ///
  /// @throws BadInputException `CONFIG_UNKNOWN` with the nearest that there is
  void checkVariables(Collection<String> environment) {
    Set<String> known = new TreeSet<>(OTHER);
    options.keySet().forEach(key -> known.add(variable(key)));
    for (String name : environment) {
      if (name.startsWith("TINGBOK_") && !known.contains(name)) {
        throw unknown(name, "the environment", known);
      }
    }
  }

  private static BadInputException unknown(String key, String where, Collection<String> known) {
    Optional<String> near = known.stream().min(java.util.Comparator.comparingInt(one -> distance(one, key)))
        .filter(one -> distance(one, key) <= NEAR);
    return new BadInputException("CONFIG_UNKNOWN", where + " sets '" + key + "', which there is not; "
        + near.map(one -> "did you mean '" + one + "'?").orElse("see 'tingbok config --all' for every key"));
  }

  /// Levenshtein's distance.
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int cost = one.charAt(i - 1) == other.charAt(j - 1) ? corner : corner + 1;
        corner = row[j];
        row[j] = Math.min(cost, Math.min(row[j - 1], row[j]) + 1);
      }
    }
    return row[other.length()];
  }
}
