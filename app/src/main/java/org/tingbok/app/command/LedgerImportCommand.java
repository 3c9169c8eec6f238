package org.tingbok.app.command;

import java.io.IOException;
import java.io.InputStream;
import org.tingbok.app.Surroundings;
import org.tingbok.app.input.ListSource;
import org.tingbok.app.terminal.Paint;
import org.tingbok.store.Imported;
import org.tingbok.store.Upkeep;
import org.tingbok.vocabulary.UnavailableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tingbok ledger import`.
@Command(name = "import", mixinStandardHelpOptions = true,
    description = {
        "Record what 'ledger export' wrote, with its numbers, moments and hashes, in a new ledger, or one that is its beginning.",
        "A ledger that is the beginning of the file gets the rest; any other is refused, for its entries and the file's"
            + " cannot both come first.",
        "All of it or nothing: half a file, a broken chain, or a line that is no entry is refused, with its number."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok ledger import ledger.jsonl --ledger copy.ledger",
        "  gunzip -c ledger.jsonl.gz | tingbok ledger import - --ledger postgresql://localhost/tingbok"})
public final class LedgerImportCommand extends UpkeepCommand {
  @Parameters(index = "0", paramLabel = "FILE|-", description = "What was exported; - for standard input.")
  private String file = "";

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public LedgerImportCommand(Surroundings surroundings) {
    super(surroundings);
  }

  /// What `ledger import` answers to programs.
  record LinesImported(String ledger, String file, long added, long known, String head) {
  }

  @Override
  boolean needsLedger() {
    return false;
  }

  @Override
  int look(Upkeep upkeep, Streams streams) {
    Imported imported;
    try (InputStream bytes = file.equals("-") ? surroundings().in()
        : ListSource.open(located(file).toString(), surroundings().folder(), surroundings().in())) {
      imported = upkeep.importFrom(bytes, file.equals("-") ? "standard input" : file);
    } catch (IOException e) {
      throw new UnavailableException("EXPORT_IO", file + " cannot be read (" + e.getMessage() + ")", e);
    }
    if (json()) {
      streams.json(new LinesImported(ledger(), file, imported.added(), imported.known(), imported.head()));
    } else {
      streams.line("imported into " + Paint.plain(ledger()) + ": " + entries(imported.added()) + ", verified; "
          + entries(imported.known()) + " on record already");
      streams.line("head: " + imported.head());
    }
    return 0;
  }
}
