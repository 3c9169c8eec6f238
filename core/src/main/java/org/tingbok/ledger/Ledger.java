package org.tingbok.ledger;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tingbok.claim.Decision;
import org.tingbok.claim.NameDecision;
import org.tingbok.claim.Reading;
import org.tingbok.document.DocumentId;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.DocumentQuery;
import org.tingbok.query.Page;
import org.tingbok.query.PageRequest;
import org.tingbok.query.WordForms;
import org.tingbok.vocabulary.Tlp;

/// An append-only record of readings, of what lists of names say, of what analysts decide, and of what is done about any of
/// it.
///
/// Implementations are safe for use by several threads. Nothing that was appended is ever changed. Errors come as
/// [org.tingbok.vocabulary.TingbokException] of one line; a ledger stays usable after any of them.
public interface Ledger extends AutoCloseable {
  /// A ledger that lives as long as this program.
  ///
  /// @param clock gives the moment of recording
  /// @return empty
  static Ledger inMemory(Clock clock) {
    return inMemory(clock, WordForms.FOLDED);
  }

  /// A ledger that lives as long as this program.
  ///
  /// @param clock gives the moment of recording
  /// @param forms how words are found
  /// @return empty
  static Ledger inMemory(Clock clock, WordForms forms) {
    return new InMemoryLedger(clock, forms);
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

  /// Records acts about what is on record, all or none ([ActIntake]). An act that says what stands already is not recorded
  /// again.
  ///
  /// @param acts in order; a later one may be about what an earlier one did
  /// @return what was new
  /// @throws org.tingbok.vocabulary.NotFoundException `CLAIM_UNKNOWN`, `DOCUMENT_UNKNOWN`, `WATCH_UNKNOWN` if what one of
  ///     them is about is not on record; then nothing is recorded
  /// @throws org.tingbok.vocabulary.BadInputException `EVIDENCE_NOT_VERBATIM`, `EVIDENCE_ELSEWHERE` if a correction or a
  ///     better reading is not in the document, `RULING_NONE` if there is no ruling to undo; then nothing is recorded
  ActReceipt act(List<Act> acts);

  /// Records readings and then acts, all of both or nothing of either: what one reading of a text has beside another is
  /// there as a whole. The acts bear a later moment.
  ///
  /// @param readings what was read
  /// @param acts what is to be done then, about that or what was on record before
  /// @return what was new of both
  /// @throws org.tingbok.vocabulary.TingbokException as [#append(List)] and [#act]
  Appended append(List<Reading> readings, List<Act> acts);

  /// Everything that was done about what is on record.
  ///
  /// @return in order of recording
  List<Act.Recorded> acts();

  /// Claims for which conditions hold.
  ///
  /// @param query the conditions and the order
  /// @param asOf as of which day and moment; a page after the first keeps the moment of the first
  /// @param page which part
  /// @return claims as of then; the same pages for the same question, whatever is appended in the meantime, but that
  ///     words are no longer found in a text that was dropped
  Page<RecordedClaim> claims(ClaimQuery query, AsOf asOf, PageRequest page);

  /// How many claims [#claims] gives on all of its pages together.
  ///
  /// @param query the conditions
  /// @param asOf as of which day and moment
  /// @return 0 or more
  long count(ClaimQuery query, AsOf asOf);

  /// Documents for which conditions hold, with the places of the words asked for.
  ///
  /// @param query the conditions
  /// @param asOf as of which day and moment
  /// @param page which part
  /// @return documents published by the day, or bearing a claim said by then; recorded by the moment
  Page<DocumentHit> documents(DocumentQuery query, AsOf asOf, PageRequest page);

  /// A claim by the id that it was first read under.
  ///
  /// @param id its id
  /// @return with all that was done about it, misread and rejected ones included; empty if it is not on record
  Optional<ClaimHistory> claim(String id);

  /// A document by its id.
  ///
  /// @param id its id
  /// @return with everything that was recorded of it; empty if it is not on record
  Optional<Snapshot.Recorded> document(DocumentId id);

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

  /// Goes through everything that was read, one document after the other, without keeping it.
  ///
  /// @param taken takes each document with what one append recorded of it; one that was read again with something new comes
  ///     several times; in order of recording but for those
  void each(Consumer<Snapshot.Recorded> taken);

  /// What was recorded of some documents.
  ///
  /// @param documents ids; one that is not on record is passed over
  /// @return in order of recording, with the moment of each recording; a document that was read again with something new
  ///     comes several times
  List<Snapshot.Recorded> readings(Collection<DocumentId> documents);

  /// Everything on record about names.
  ///
  /// @return in order of recording
  List<NameEntry.Recorded> names();

  /// The same ledger as somebody sees it who is cleared up to a marking ([Cleared]): what is beyond it is not there, nor
  /// counted, at whatever moment is asked about. For reading: appending to it fails. It is open as long as this one is, and
  /// is not to be closed.
  ///
  /// @param ceiling the narrowest marking that may be seen; what bears none is seen by all
  /// @return answers as of each question, so that what is marked later is gone from then on
  Ledger cleared(Tlp ceiling);

  @Override
  void close();
}
