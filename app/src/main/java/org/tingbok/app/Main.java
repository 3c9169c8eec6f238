package org.tingbok.app;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.tingbok.app.command.AccountCommand;
import org.tingbok.app.command.ActorCommand;
import org.tingbok.app.command.ActorsCommand;
import org.tingbok.app.command.AddCommand;
import org.tingbok.app.command.ClaimsCommand;
import org.tingbok.app.command.CompareCommand;
import org.tingbok.app.command.ConfigCommand;
import org.tingbok.app.command.ContradictionsCommand;
import org.tingbok.app.command.DecideCommand;
import org.tingbok.app.command.DecisionsCommand;
import org.tingbok.app.command.DemoCommand;
import org.tingbok.app.command.DisputesCommand;
import org.tingbok.app.command.EraseCommand;
import org.tingbok.app.command.EvaluateCommand;
import org.tingbok.app.command.ExportCommand;
import org.tingbok.app.command.FetchCommand;
import org.tingbok.app.command.GradeCommand;
import org.tingbok.app.command.IncidentCommand;
import org.tingbok.app.command.IncidentsCommand;
import org.tingbok.app.command.LedgerBackupCommand;
import org.tingbok.app.command.LedgerCommand;
import org.tingbok.app.command.LedgerExportCommand;
import org.tingbok.app.command.LedgerImportCommand;
import org.tingbok.app.command.LedgerRestoreCommand;
import org.tingbok.app.command.LedgerVerifyCommand;
import org.tingbok.app.command.MarkCommand;
import org.tingbok.app.command.McpCommand;
import org.tingbok.app.command.NamesCommand;
import org.tingbok.app.command.NamesImportCommand;
import org.tingbok.app.command.OriginsCommand;
import org.tingbok.app.command.Problems;
import org.tingbok.app.command.ReadCommand;
import org.tingbok.app.command.RejectCommand;
import org.tingbok.app.command.RejectedCommand;
import org.tingbok.app.command.RereadCommand;
import org.tingbok.app.command.ResolveCommand;
import org.tingbok.app.command.RetractCommand;
import org.tingbok.app.command.RegroupCommand;
import org.tingbok.app.command.RuleCommand;
import org.tingbok.app.command.SearchCommand;
import org.tingbok.app.command.ServeCommand;
import org.tingbok.app.command.ShowCommand;
import org.tingbok.app.command.SubscribeCommand;
import org.tingbok.app.command.SubscriptionsCommand;
import org.tingbok.app.command.TaxiiLoginCommand;
import org.tingbok.app.command.TimelineCommand;
import org.tingbok.app.command.TokenCommand;
import org.tingbok.app.command.UnreadCommand;
import org.tingbok.app.command.UnsubscribeCommand;
import org.tingbok.app.command.WatchCommand;
import org.tingbok.app.config.Configuration;
import org.tingbok.app.input.Readers;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The command line's entry point.
@Command(name = "tingbok", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
    header = "Who accuses whom of what in cyberspace, in which words of which report.",
    description = {
        "%nReads reports and keeps a ledger of claims: attributions, denials, aliases, responses. Nothing is merged"
            + " into truth; every claim keeps its sentence, its speaker and its day."},
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nTo begin:%n", footer = {
        "  tingbok demo                             the reports that ship with it, as a page in your browser",
        "  tingbok read report.pdf                  what one report claims; writes nothing",
        "  tingbok add reports/                     keep it, in tingbok.ledger",
        "  tingbok incidents                        what is on record",
        "  tingbok incident visma --as-of 2020-01-01",
        "%nExit status: 0 done, 1 nothing found, 2 could not; the reason is one line on standard error."})
public final class Main implements Runnable {
  @Option(names = "--config", paramLabel = "FILE",
      description = "A file that sets options (default: tingbok/tingbok.toml among your settings). See 'tingbok config'.")
  private Optional<Path> config = Optional.empty();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  private Main() {
  }

  /// Runs one command and exits with its status.
  ///
  /// @param words words of the command line
  public static void main(String[] words) {
    Surroundings surroundings = Surroundings.ofThisProcess();
    int status;
    try (Readers _ = surroundings.readers()) {
      status = commandLine(surroundings).execute(words);
    }
    System.exit(status);
  }

  /// The command line with all its commands.
  ///
  /// @param surroundings where commands read from and print to
  /// @return ready to be executed, any number of times, by one thread at a time
  public static CommandLine commandLine(Surroundings surroundings) {
    Main main = new Main();
    CommandLine line = new CommandLine(main);
    Configuration configuration =
        new Configuration(line, surroundings.environment(), surroundings.folder(), () -> main.config);
    line.addSubcommand(new ConfigCommand(surroundings, configuration))
        .addSubcommand(new ReadCommand(surroundings)).addSubcommand(new AddCommand(surroundings))
        .addSubcommand(new IncidentsCommand(surroundings)).addSubcommand(new IncidentCommand(surroundings))
        .addSubcommand(new ActorsCommand(surroundings)).addSubcommand(new ActorCommand(surroundings))
        .addSubcommand(new DisputesCommand(surroundings)).addSubcommand(new OriginsCommand(surroundings))
        .addSubcommand(new TimelineCommand(surroundings)).addSubcommand(new CompareCommand(surroundings))
        .addSubcommand(new GradeCommand(surroundings)).addSubcommand(new ShowCommand(surroundings))
        .addSubcommand(new ClaimsCommand(surroundings)).addSubcommand(new UnreadCommand(surroundings))
        .addSubcommand(new SearchCommand(surroundings))
        .addSubcommand(RuleCommand.of(surroundings)).addSubcommand(RegroupCommand.of(surroundings))
        .addSubcommand(new MarkCommand(surroundings))
        .addSubcommand(WatchCommand.of(surroundings))
        .addSubcommand(new SubscribeCommand(surroundings)).addSubcommand(new SubscriptionsCommand(surroundings))
        .addSubcommand(new UnsubscribeCommand(surroundings)).addSubcommand(new FetchCommand(surroundings))
        .addSubcommand(new ServeCommand(surroundings)).addSubcommand(new TaxiiLoginCommand(surroundings))
        .addSubcommand(AccountCommand.of(surroundings)).addSubcommand(TokenCommand.of(surroundings))
        .addSubcommand(new McpCommand(surroundings))
        .addSubcommand(new DemoCommand(surroundings))
        .addSubcommand(new ExportCommand(surroundings)).addSubcommand(new EvaluateCommand(surroundings))
        .addSubcommand(new CommandLine(new NamesCommand(surroundings))
            .addSubcommand(new NamesImportCommand(surroundings)).addSubcommand(new ContradictionsCommand(surroundings))
            .addSubcommand(new DecisionsCommand(surroundings))
            .addSubcommand(new DecideCommand(surroundings)).addSubcommand(new RejectCommand(surroundings))
            .addSubcommand(new RejectedCommand(surroundings)).addSubcommand(new ResolveCommand(surroundings)))
        .addSubcommand(new CommandLine(new LedgerCommand())
            .addSubcommand(new RetractCommand(surroundings)).addSubcommand(new EraseCommand(surroundings))
            .addSubcommand(new RereadCommand(surroundings))
            .addSubcommand(new LedgerVerifyCommand(surroundings)).addSubcommand(new LedgerBackupCommand(surroundings))
            .addSubcommand(new LedgerRestoreCommand(surroundings)).addSubcommand(new LedgerExportCommand(surroundings))
            .addSubcommand(new LedgerImportCommand(surroundings)));
    Problems problems = new Problems(configuration::blamed);
    line.setDefaultValueProvider(configuration).setOut(writer(surroundings.out())).setErr(writer(surroundings.err()))
        .setParameterExceptionHandler(problems).setExecutionExceptionHandler(problems)
        .setUsageHelpWidth(Math.clamp(surroundings.width(), 80, 110)).setAbbreviatedOptionsAllowed(false)
        .setColorScheme(CommandLine.Help.defaultColorScheme(
            surroundings.paint().coloured() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    return line;
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /// The version that the build wrote into the jar's manifest.
  ///
  /// @return `(run from classes)` where there is no jar
  public static String version() {
    return Optional.ofNullable(Main.class.getPackage().getImplementationVersion()).orElse("(run from classes)");
  }

  /// Prints the usage: no command was named.
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /// Tells the version that the build wrote into the jar's manifest.
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"tingbok " + version()};
    }
  }
}
