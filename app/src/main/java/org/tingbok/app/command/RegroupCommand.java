package org.tingbok.app.command;

import org.tingbok.app.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `tingbok regroup`: which reports tell of one operation, as analysts find.
@Command(name = "regroup", mixinStandardHelpOptions = true,
    description = {
        "Record that incidents are one, or that one incident is two, with a reason; 'undo' takes it back.",
        "It holds whatever is read later, and 'incident' tells it; of two findings that contradict each other the later one holds."},
    commandListHeading = "%nCommands:%n", footerHeading = "%nExamples:%n", footer = {
        "  tingbok regroup join 3f2a91c0 77b1d204 --reason \"both tell of the night of 3 May\" --by ida",
        "  tingbok regroup split fjordline 7f0c12ab --reason \"the second break-in\" --by ida",
        "  tingbok regroup undo fjordline --reason \"the police say it was one\" --by ida"})
public final class RegroupCommand implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  private RegroupCommand() {
  }

  /// The command with its verdicts.
  ///
  /// @param surroundings where it reads from and prints to
  /// @return not yet parsed
  public static CommandLine of(Surroundings surroundings) {
    return new CommandLine(new RegroupCommand()).addSubcommand(new RegroupJoinCommand(surroundings))
        .addSubcommand(new RegroupSplitCommand(surroundings)).addSubcommand(new RegroupUndoCommand(surroundings));
  }

  /// Prints the usage: no verdict was named.
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
