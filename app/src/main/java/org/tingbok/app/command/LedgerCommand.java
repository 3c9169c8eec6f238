package org.tingbok.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `tingbok ledger`: looking after a ledger as a whole.
@Command(name = "ledger", mixinStandardHelpOptions = true,
    description = {"Look after a ledger: check it, keep copies of it, carry it elsewhere."},
    commandListHeading = "%nCommands:%n", footerHeading = "%nExamples:%n", footer = {
        "  tingbok ledger verify",
        "  tingbok ledger backup tingbok-monday.ledger",
        "  tingbok ledger export ledger.jsonl",
        "  tingbok ledger import ledger.jsonl --ledger postgresql://localhost/tingbok"})
public final class LedgerCommand implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  /// The command, not yet parsed.
  public LedgerCommand() {
  }

  /// Prints the usage: no command of the group was named.
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
