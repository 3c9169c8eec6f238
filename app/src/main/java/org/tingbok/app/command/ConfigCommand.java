package org.tingbok.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.app.config.Configuration;
import org.tingbok.app.config.Keys;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import org.tingbok.vocabulary.BadInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `tingbok config`.
@Command(name = "config", mixinStandardHelpOptions = true,
    description = {"Show what options are set to where the command line does not say it, and by what.",
        "Without a command: what the environment and the file set. Passwords are not shown."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok config                           what is set, and where",
        "  tingbok config serve                     every option of 'serve' with its value",
        "  tingbok --config north.toml config --all every option of every command"})
public final class ConfigCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "A command, such as: names import.")
  private List<String> path = List.of();

  @Option(names = "--all", description = "Every option of every command.")
  private boolean all;

  @Option(names = "--format", paramLabel = "text|json", defaultValue = "text",
      description = "For people or for programs (default: ${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.text;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  private final Surroundings surroundings;
  private final Configuration configuration;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it prints to
  /// @param configuration what it shows
  public ConfigCommand(Surroundings surroundings, Configuration configuration) {
    this.surroundings = surroundings;
    this.configuration = configuration;
  }

  /// What `config` answers to programs.
  ///
  /// @param file the file that is read; empty if there is none
  /// @param settings by key
  record Shown(Optional<String> file, List<Row> settings) {
  }

  /// One option.
  ///
  /// @param key its key in the file
  /// @param variable its variable of the environment
  /// @param value its value; empty text if it has none
  /// @param from where that is from
  record Row(String key, String variable, String value, String from) {
  }

  @Override
  public Integer call() {
    Streams streams = Streams.of(surroundings);
    CommandLine root = spec.root().commandLine();
    String prefix = String.join(".", path) + (path.isEmpty() ? "" : ".");
    CommandLine at = root;
    for (String word : path) {
      at = Optional.ofNullable(at.getSubcommands().get(word)).orElseThrow(() -> new BadInputException("USAGE",
          "there is no command '" + String.join(" ", path) + "'; see 'tingbok --help'"));
    }
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, OptionSpec> one : Keys.of(root).all().entrySet()) {
      Configuration.Setting setting = configuration.setting(one.getValue());
      boolean set = !(setting.origin() instanceof Configuration.Origin.Default);
      boolean own = one.getKey().startsWith(prefix) && one.getKey().indexOf('.', prefix.length()) < 0;
      if (path.isEmpty() ? all || set && names(setting.origin(), one.getKey()) : own) {
        rows.add(new Row(one.getKey(), Keys.variable(one.getKey()), hidden(one.getKey(), setting.value()),
            setting.origin().words()));
      }
    }
    Shown shown = new Shown(configuration.file().map(Object::toString), rows);
    if (format == OutputFormat.json) {
      streams.json(shown);
    } else {
      streams.line(shown.file().map(file -> "file: " + Paint.plain(file)).orElse("no file is read"));
      streams.lines(Columns.table(rows.stream().map(row -> List.of(row.key(),
          row.value().isEmpty() ? "-" : Paint.plain(row.value()), Paint.plain(row.from()))).toList(), streams.width(),
          0));
    }
    streams.flush();
    return 0;
  }

  /// Whether a setting is told under this very key: a general one is told once.
  private static boolean names(Configuration.Origin origin, String key) {
    return switch (origin) {
      case Configuration.Origin.Variable variable -> variable.name().equals(Keys.variable(key));
      case Configuration.Origin.File file -> file.key().equals(key);
      case Configuration.Origin.Default _ -> false;
    };
  }

  private static String hidden(String key, String value) {
    boolean secret = key.matches(".*(password|secret|token)$");
    return secret && !value.isEmpty() ? "(set, not shown)" : LedgerFile.shown(value);
  }
}
