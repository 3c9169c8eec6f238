package org.tingbok.app.command;

import org.tingbok.app.Surroundings;
import org.tingbok.app.terminal.Paint;
import org.tingbok.store.Copied;
import org.tingbok.store.Upkeep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tingbok ledger export`.
@Command(name = "export", mixinStandardHelpOptions = true,
    description = {"Write every entry of the ledger as a line of JSON, in the open format of docs/ledger-format.md.",
        "Nothing is lost: imported anywhere, into either kind of ledger, it gives the same entries at the same moments"
            + " under the same head."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok ledger export ledger.jsonl",
        "  tingbok ledger export - | gzip > ledger.jsonl.gz",
        "  tingbok ledger export - | ssh other tingbok ledger import -"})
public final class LedgerExportCommand extends UpkeepCommand {
  @Parameters(index = "0", paramLabel = "FILE|-",
      description = "Where to; there must be no such file yet. - for standard output.")
  private String file = "";

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public LedgerExportCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  int look(Upkeep upkeep, Streams streams) {
    if (file.equals("-")) {
      Copied copied = upkeep.export(streams.bytes());
      streams.remark("exported " + ledger() + ": " + entries(copied.entries()) + ", head " + copied.head());
      return 0;
    }
    Copied copied = upkeep.export(located(file));
    if (json()) {
      streams.json(new LedgerBackupCommand.CopyMade(ledger(), file, copied.entries(), copied.head()));
    } else {
      streams.line("exported " + Paint.plain(ledger()) + " to " + Paint.plain(file) + ": "
          + entries(copied.entries()));
      streams.line("head: " + copied.head());
    }
    return 0;
  }
}
