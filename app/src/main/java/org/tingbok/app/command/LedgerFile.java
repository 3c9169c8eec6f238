package org.tingbok.app.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.store.Ledgers;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.NotFoundException;

/// The ledger: where it is, and whether it is there.
final class LedgerFile {
  /// The ledger of the working folder.
  static final String DEFAULT = "tingbok.ledger";

  private LedgerFile() {
  }

  /// Opens a ledger to ask it; never makes one.
  static Ledger existing(Path folder, String address) {
    refuseUnknown(folder, address);
    return shared(address) ? Ledgers.read(address) : Ledgers.read(located(folder, address));
  }

  /// Refuses a file that is not there.
  static void refuseUnknown(Path folder, String address) {
    if (!shared(address)) {
      refuseMissing(located(folder, address), address);
    }
  }

  /// Refuses a file that is not there.
  static void refuseMissing(Path located, String name) {
    if (!Files.isRegularFile(located)) {
      throw new BadInputException("LEDGER_MISSING", "no ledger at " + name
          + "; make one with 'tingbok add PATH…', or name another with --ledger FILE");
    }
  }

  /// What a ledger's analysts have decided that names mean.
  static NameDecisions decisions(Path folder, String address) {
    try (Ledger ledger = existing(folder, address)) {
      return NameDecisions.of(ledger.asOf(AsOf.NOW).names().meanings());
    }
  }

  /// The same of a ledger that is yet to be made: nothing. One that a team shares is made then, so that whatever forbids it is
  /// told before there is anything to lose.
  static NameDecisions decisionsIfAny(Path folder, String address, Clock clock) {
    if (!shared(address)) {
      return Files.exists(located(folder, address)) ? decisions(folder, address) : NameDecisions.none();
    }
    try {
      return decisions(folder, address);
    } catch (NotFoundException e) {
      Ledgers.open(address, clock).close();
      return decisions(folder, address);
    }
  }

  /// Opens a ledger to add to it; makes it where there is none.
  static Ledger writable(Path folder, String address, Clock clock) {
    return shared(address) ? Ledgers.open(address, clock) : Ledgers.open(located(folder, address), clock);
  }

  private static Path located(Path folder, String address) {
    try {
      return folder.resolve(address);
    } catch (InvalidPathException e) {
      throw new BadInputException("PATH_UNREADABLE", "'" + address + "' is no path (" + e.getReason() + ")", e);
    }
  }

  /// Whether an address is that of a ledger which a team shares, and no file's.
  static boolean shared(String address) {
    return address.startsWith("postgresql:") || address.startsWith("postgres:");
  }

  /// An address as it may be shown: without a password.
  static String shown(String address) {
    return shared(address) ? address.replaceFirst("(//[^:@/]*):[^@/]*@", "$1@") : address;
  }
}
