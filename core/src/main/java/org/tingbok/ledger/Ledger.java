package org.tingbok.ledger;

import java.time.Clock;
import java.util.List;
import org.tingbok.claim.Reading;

/// An append-only record of readings.
///
/// Implementations are safe for use by several threads. Nothing that was appended is ever changed.
public interface Ledger extends AutoCloseable {
  /// A ledger that lives as long as this program.
  ///
  /// @param clock gives the moment of recording
  /// @return empty
  static Ledger inMemory(Clock clock) {
    return new InMemoryLedger(clock);
  }

  /// Records readings, all or none. A document that is on record is not recorded again; claims of it that are not on
  /// record are.
  ///
  /// @param readings what was read
  /// @return what was new
  Receipt append(List<Reading> readings);

  /// What was on record as of a day and a moment.
  ///
  /// @param asOf the day and the moment
  /// @return the same for the same question for ever, once the moment asked for is past
  Snapshot asOf(AsOf asOf);

  /// The readings on record, each with its unread sentences, in order of recording.
  ///
  /// @return every document once
  List<Snapshot.Recorded> readings();

  @Override
  void close();
}
