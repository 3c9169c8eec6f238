package org.tingbok.app.command;

import java.time.Clock;
import java.time.LocalDate;
import picocli.CommandLine.Option;

/// Why somebody decides something, who, and when: the options of every command that records what an analyst finds. Whether a reason
/// is needed is for what is recorded to say.
final class DecidingOptions {
  @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why.")
  private String reason = "";

  @Option(names = "--by", paramLabel = "WHO", required = true, description = "Who finds so.")
  private String by = "";

  @Option(names = "--date", paramLabel = "DAY", defaultValue = "", description = "The day of it (default: today).")
  private String date = "";

  /// Why, in one line; empty if nothing was said.
  String reason() {
    return reason.strip();
  }

  /// Who.
  String by() {
    return by.strip();
  }

  /// The day of it.
  ///
  /// @param clock tells today, if no day was given
  /// @throws org.tingbok.vocabulary.BadInputException `DATE_UNREADABLE`, `DATE_TO_COME`
  LocalDate day(Clock clock) {
    return LedgerOptions.day(date, clock);
  }
}
