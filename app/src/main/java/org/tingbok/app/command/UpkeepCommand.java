package org.tingbok.app.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.store.Upkeep;
import org.tingbok.vocabulary.BadInputException;
import picocli.CommandLine.Option;

/// A command that looks after a ledger as a whole.
abstract class UpkeepCommand implements Callable<Integer> {
  @Option(names = "--ledger", paramLabel = "FILE|URL", defaultValue = LedgerFile.DEFAULT,
      description = "The ledger (default: ${DEFAULT-VALUE} in the working folder); postgresql://HOST/DATABASE for one that a"
          + " team shares.")
  private String ledger = LedgerFile.DEFAULT;

  @Option(names = "--format", paramLabel = "text|json", defaultValue = "text",
      description = "For people or for programs (default: ${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.text;

  private final Surroundings surroundings;

  UpkeepCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// Does it.
  ///
  /// @param upkeep of the ledger that was named
  /// @param streams where to print; flushed afterwards
  /// @return the exit status
  abstract int look(Upkeep upkeep, Streams streams);

  /// Whether the ledger has to be there already.
  boolean needsLedger() {
    return true;
  }

  @Override
  public final Integer call() {
    Streams streams = Streams.of(surroundings);
    String address = ledger;
    if (!LedgerFile.shared(ledger)) {
      Path file = located(ledger);
      if (needsLedger()) {
        LedgerFile.refuseMissing(file, ledger);
      }
      address = file.toString();
    }
    Upkeep upkeep = Upkeep.of(address, ledger);
    // Of a database, without the password.
    ledger = upkeep.name();
    int status = look(upkeep, streams);
    streams.flush();
    return status;
  }

  /// The ledger as it was named.
  String ledger() {
    return ledger;
  }

  boolean json() {
    return format == OutputFormat.json;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /// Where a file is that was named from the working folder.
  Path located(String file) {
    try {
      return surroundings.folder().resolve(file);
    } catch (InvalidPathException e) {
      throw new BadInputException("PATH_UNREADABLE", "'" + file + "' is no path (" + e.getReason() + ")", e);
    }
  }

  static String entries(long number) {
    return String.format(Locale.ROOT, "%,d", number) + (number == 1 ? " entry" : " entries");
  }
}
