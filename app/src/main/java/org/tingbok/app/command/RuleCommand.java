package org.tingbok.app.command;

import org.tingbok.app.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `tingbok rule`: what an analyst finds of claims.
@Command(name = "rule", mixinStandardHelpOptions = true,
    description = {
        "Record what you find of a claim that was read: of the reading, never of whether the claimant is right.",
        "Of a sentence that was not understood ('tingbok unread'), 'aside' says that it is no claim, and 'reopen' takes that back.",
        "Nothing is changed or deleted; the last ruling on a claim holds, and 'undo' takes it back."},
    commandListHeading = "%nCommands:%n", footerHeading = "%nExamples:%n", footer = {
        "  tingbok rule confirm 7f0c12ab --by ida",
        "  tingbok rule correct 7f0c12ab --accused \"Grey Heron\" --reason \"the sentence names Heron\" --by ida",
        "  tingbok rule reject 7f0c12ab --reason \"a headline, not a claim\" --by ida",
        "  tingbok rule add 51ab --quote \"Heron took the tables\" --type attribution --accused Heron --reason \"not read\" --by ida",
        "  tingbok rule aside 3c9e51d0 --reason \"it says what might be\" --by ida"})
public final class RuleCommand implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  private RuleCommand() {
  }

  /// The command with its verdicts.
  ///
  /// @param surroundings where it reads from and prints to
  /// @return not yet parsed
  public static CommandLine of(Surroundings surroundings) {
    return new CommandLine(new RuleCommand()).addSubcommand(new RuleConfirmCommand(surroundings))
        .addSubcommand(new RuleCorrectCommand(surroundings)).addSubcommand(new RuleRejectCommand(surroundings))
        .addSubcommand(new RuleUndoCommand(surroundings))
        .addSubcommand(new RuleAddCommand(surroundings)).addSubcommand(new RuleAsideCommand(surroundings))
        .addSubcommand(new RuleReopenCommand(surroundings));
  }

  /// Prints the usage: no verdict was named.
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
