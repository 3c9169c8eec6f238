package org.tingbok.ledger;

import java.time.Clock;
import java.util.List;
import org.tingbok.claim.Decision;
import org.tingbok.claim.NameDecision;
import org.tingbok.claim.Reading;

/// An append-only record of readings, of what lists of names say, and of what analysts decide about names.
///
/// Implementations are safe for use by several threads. Nothing that was appended is ever changed. Errors come as
/// [org.tingbok.vocabulary.TingbokException] of one line; a ledger stays usable after any of them.
public interface Ledger extends AutoCloseable {
  /// A ledger that lives as long as this program.
  ///
  /// @param clock gives the moment of recording
  /// @return empty
  static Ledger inMemory(Clock clock) {
    return new InMemoryLedger(clock);
  }

  /// Records readings, all or none. What is on record is not recorded again ([Intake]): neither a document nor a claim
  /// or unread sentence of it; those of a known document that are not on record are recorded.
  ///
  /// @param readings what was read
  /// @return what was new
  /// @throws org.tingbok.vocabulary.BadInputException `EVIDENCE_NOT_VERBATIM` if a known document does not, in its text
  ///     on record, read as a new claim quotes it; then nothing of the whole list is recorded
  Receipt append(List<Reading> readings);

  /// Records what changed in a list since its last edition on record, all or nothing ([NameIntake]): what it says for the
  /// first time or again, and what it says no longer. The same edition again adds nothing.
  ///
  /// @param edition the list, whole
  /// @param acceptLosses whether it may lack more than half of what it said before
  /// @return what changed
  /// @throws org.tingbok.vocabulary.BadInputException `LIST_OLDER` if a later edition is on record, `LIST_SHRUNK` if too
  ///     much is gone; then nothing is recorded
  NameReceipt append(NameList edition, boolean acceptLosses);

  /// Records an analyst's decision about two names; not again if the last one about them is the same.
  ///
  /// @param decision the decision
  /// @return whether it was new
  boolean append(Decision decision);

  /// Records what analysts decide that names mean in texts, all or none; not what the last decision on the same name and
  /// surroundings says already.
  ///
  /// @param decisions the earliest first
  /// @return how many were new
  int decide(List<NameDecision> decisions);

  /// What was on record as of a day and a moment ([Snapshot#of]).
  ///
  /// @param asOf the day and the moment
  /// @return the same for the same question for ever, once something is on record at or after the moment asked for, or
  ///     the moment is past
  Snapshot asOf(AsOf asOf);

  /// The documents on record, each once, with all of its claims and unread sentences on record.
  ///
  /// @return in order of first recording, with the moment of first recording; claims and unread sentences in order of
  ///     recording, so that a document that was read once comes back as it was read
  List<Snapshot.Recorded> readings();

  /// Everything on record about names.
  ///
  /// @return in order of recording
  List<NameEntry.Recorded> names();

  @Override
  void close();
}
