package org.tingbok.app.command;

import org.tingbok.app.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `tingbok watch`: questions that are kept in the ledger.
@Command(name = "watch", mixinStandardHelpOptions = true,
    description = "Keep a question about claims in the ledger, and hear what is new on it since you last looked.",
    commandListHeading = "%nCommands:%n", footerHeading = "%nExamples:%n", footer = {
        "  tingbok watch set norway --by ida --victim-state NO --type attribution,denial",
        "  tingbok watch show norway                what is new",
        "  tingbok watch show norway --seen         the same, and next time only what is newer",
        "  tingbok watch list",
        "  tingbok watch hook norway --to https://example.org/hook   have news sent there"})
public final class WatchCommand implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  private WatchCommand() {
  }

  /// The command with what may be done.
  ///
  /// @param surroundings where it reads from and prints to
  /// @return not yet parsed
  public static CommandLine of(Surroundings surroundings) {
    return new CommandLine(new WatchCommand()).addSubcommand(new WatchSetCommand(surroundings))
        .addSubcommand(new WatchListCommand(surroundings)).addSubcommand(new WatchShowCommand(surroundings))
        .addSubcommand(new WatchDropCommand(surroundings)).addSubcommand(new WatchHookCommand(surroundings));
  }

  /// Prints the usage: nothing to be done was named.
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
