package org.tingbok.app.command;

import org.tingbok.app.Surroundings;
import org.tingbok.app.terminal.Paint;
import org.tingbok.store.Copied;
import org.tingbok.store.Upkeep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tingbok ledger restore`.
@Command(name = "restore", mixinStandardHelpOptions = true,
    description = {"Make a new ledger from a copy that 'ledger backup' or 'ledger export' wrote.",
        "Refused where there is a ledger already: name a new one with --ledger, or move the old one aside first."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok ledger restore tingbok-monday.ledger",
        "  tingbok ledger restore team.jsonl --ledger postgresql://db.example.org/tingbok"})
public final class LedgerRestoreCommand extends UpkeepCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "The copy; it is left as it is.")
  private String file = "";

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public LedgerRestoreCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  boolean needsLedger() {
    return false;
  }

  @Override
  int look(Upkeep upkeep, Streams streams) {
    Copied copied = upkeep.restore(located(file));
    if (json()) {
      streams.json(new LedgerBackupCommand.CopyMade(ledger(), file, copied.entries(), copied.head()));
    } else {
      streams.line("restored " + Paint.plain(ledger()) + " from " + Paint.plain(file) + ": "
          + entries(copied.entries()) + ", verified");
      streams.line("head: " + copied.head());
    }
    return 0;
  }
}
