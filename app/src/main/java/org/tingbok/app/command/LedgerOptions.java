package org.tingbok.app.command;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.tingbok.app.Surroundings;
import org.tingbok.app.beside.Beside;
import org.tingbok.ledger.Ledger;
import org.tingbok.vocabulary.BadInputException;
import picocli.CommandLine.Option;

/// Which ledger, and for whom the answer is.
final class LedgerOptions {
  @Option(names = "--ledger", paramLabel = "FILE|URL", defaultValue = LedgerFile.DEFAULT,
      description = "The ledger (default: ${DEFAULT-VALUE} in the working folder); postgresql://HOST/DATABASE for one that a"
          + " team shares.")
  private String ledger = LedgerFile.DEFAULT;

  @Option(names = "--format", paramLabel = "text|json", defaultValue = "text",
      description = "For people or for programs (default: ${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.text;

  boolean json() {
    return format == OutputFormat.json;
  }

  /// The ledger as it was named.
  String name() {
    return LedgerFile.shown(ledger);
  }

  /// What is kept beside it.
  Beside beside(Surroundings surroundings) {
    return Beside.of(surroundings.folder(), ledger);
  }

  /// Opens it to ask.
  Ledger existing(Surroundings surroundings) {
    return LedgerFile.existing(surroundings.folder(), ledger);
  }

  /// Opens it to record something about what is in it; it has to be there.
  Ledger writable(Surroundings surroundings) {
    LedgerFile.refuseUnknown(surroundings.folder(), ledger);
    return LedgerFile.writable(surroundings.folder(), ledger, surroundings.clock());
  }

  /// Opens it to add to it; makes it where there is none.
  Ledger made(Surroundings surroundings) {
    return LedgerFile.writable(surroundings.folder(), ledger, surroundings.clock());
  }

  /// The day that an act is of.
  static LocalDate day(String asked, Clock clock) {
    if (asked.isBlank()) {
      return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
    try {
      LocalDate day = LocalDate.parse(asked.strip());
      NamesImportCommand.notYetToCome(day, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
      return day;
    } catch (java.time.format.DateTimeParseException e) {
      throw new BadInputException("DATE_UNREADABLE", "'" + asked + "' is no day; give one as in 2024-05-31", e);
    }
  }
}
