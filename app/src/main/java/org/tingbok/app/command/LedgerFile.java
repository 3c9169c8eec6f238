package org.tingbok.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.store.Ledgers;
import org.tingbok.vocabulary.BadInputException;

/// The ledger's file: where it is, and whether it is there.
final class LedgerFile {
  /// The ledger of the working folder.
  static final String DEFAULT = "tingbok.ledger";

  private LedgerFile() {
  }

  /// Opens a ledger to ask it; never makes one.
  static Ledger existing(Path folder, Path file) {
    Path located = folder.resolve(file);
    if (!Files.isRegularFile(located)) {
      throw new BadInputException("LEDGER_MISSING", "no ledger at " + file
          + "; make one with 'tingbok add PATH…', or name another with --ledger FILE");
    }
    return Ledgers.read(located);
  }

  /// What a ledger's analysts have decided that names mean.
  static NameDecisions decisions(Path folder, Path file) {
    try (Ledger ledger = existing(folder, file)) {
      return NameDecisions.of(ledger.asOf(AsOf.NOW).names().meanings());
    }
  }

  /// Opens a ledger to add to it; makes it where there is none.
  static Ledger writable(Path folder, Path file, Clock clock) {
    return Ledgers.open(folder.resolve(file), clock);
  }
}
