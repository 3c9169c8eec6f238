package org.tingbok.app.command;

import org.tingbok.app.Surroundings;
import org.tingbok.app.terminal.Paint;
import org.tingbok.store.Copied;
import org.tingbok.store.Upkeep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tingbok ledger backup`.
@Command(name = "backup", mixinStandardHelpOptions = true,
    description = {"Write a copy of the ledger as it is at this moment, while others go on reading and adding.",
        "The copy is verified before it gets its name; a file of that name is never replaced.",
        "Of a ledger in a file, the copy is a ledger in a file; of one in PostgreSQL, an export (see 'ledger export')."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok ledger backup tingbok-monday.ledger",
        "  tingbok ledger backup /backup/team.jsonl --ledger postgresql://db.example.org/tingbok"})
public final class LedgerBackupCommand extends UpkeepCommand {
  @Parameters(index = "0", paramLabel = "FILE", description = "The copy; there must be no such file yet.")
  private String file = "";

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public LedgerBackupCommand(Surroundings surroundings) {
    super(surroundings);
  }

  /// What `ledger backup` and `ledger restore` answer to programs.
  record CopyMade(String ledger, String file, long entries, String head) {
  }

  @Override
  int look(Upkeep upkeep, Streams streams) {
    Copied copied = upkeep.backup(located(file));
    if (json()) {
      streams.json(new CopyMade(ledger(), file, copied.entries(), copied.head()));
    } else {
      streams.line("copied " + Paint.plain(ledger()) + " to " + Paint.plain(file) + ": " + entries(copied.entries())
          + ", verified");
      streams.line("head: " + copied.head());
    }
    return 0;
  }
}
