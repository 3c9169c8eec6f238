package org.tingbok.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.document.DocumentId;
import org.tingbok.vocabulary.Tlp;

/// What of a ledger somebody sees who is cleared up to a marking: as if nothing beyond it had ever been recorded. A document
/// beyond it is not there, nor any claim of it, nor what was done about either; of a document that may be seen, a claim
/// marked beyond it is not there. The one place that says so; every ledger calls it or agrees with it. What lists and
/// analysts say of names is seen by all.
public final class Cleared {
  private final Markings markings;
  private final Tlp ceiling;
  private final Function<String, Optional<DocumentId>> documentOf;

  /// What somebody sees.
  ///
  /// @param markings those that hold
  /// @param ceiling the narrowest marking that may be seen; what bears none may be seen by all
  /// @param documentOf the document of a claim or unread sentence, by its id; empty if there is none
  public Cleared(Markings markings, Tlp ceiling, Function<String, Optional<DocumentId>> documentOf) {
    this.markings = markings;
    this.ceiling = ceiling;
    this.documentOf = documentOf;
  }

  /// What somebody sees of a ledger whose content is at hand.
  ///
  /// @param readings everything that was read, in order of recording
  /// @param acts everything that was done, in order of recording
  /// @param ceiling the narrowest marking that may be seen
  /// @return for further questions
  static Cleared of(List<Snapshot.Recorded> readings, List<Act.Recorded> acts, Tlp ceiling) {
    Map<String, DocumentId> documents = new HashMap<>();
    for (Snapshot.Recorded recorded : readings) {
      DocumentId document = recorded.reading().document().id();
      recorded.reading().claims().forEach(claim -> documents.put(claim.id(), document));
      recorded.reading().unread().forEach(unread -> documents.put(unread.id(document), document));
    }
    return new Cleared(Markings.of(acts), ceiling, id -> Optional.ofNullable(documents.get(id)));
  }

  /// Whether a document is seen.
  ///
  /// @param document its id
  /// @return whether it is there for who is cleared so far
  public boolean shows(DocumentId document) {
    return markings.shows(document, ceiling);
  }

  /// Whether a claim is seen.
  ///
  /// @param claim the id that it was first read under
  /// @param document its document
  /// @return whether it is there for who is cleared so far
  public boolean shows(String claim, DocumentId document) {
    return markings.shows(claim, document, ceiling);
  }

  /// What of readings is seen.
  ///
  /// @param readings in order of recording
  /// @return without what is not there
  public List<Snapshot.Recorded> readings(List<Snapshot.Recorded> readings) {
    return readings.stream().filter(recorded -> shows(recorded.reading().document().id())).map(this::reading).toList();
  }

  /// A document with what of its claims is seen.
  ///
  /// @param recorded a document that may be seen
  /// @return without claims that may not be
  public Snapshot.Recorded reading(Snapshot.Recorded recorded) {
    Reading reading = recorded.reading();
    DocumentId id = reading.document().id();
    List<Claim> seen = reading.claims().stream().filter(claim -> shows(claim.id(), id)).toList();
    return seen.size() == reading.claims().size() ? recorded
        : new Snapshot.Recorded(new Reading(reading.document(), seen, reading.unread()), recorded.recordedAt());
  }

  /// What of acts is seen.
  ///
  /// @param acts in order of recording
  /// @return without those about what is not there; a retraction that names what took the place of something, and that is
  ///     not there, names nothing
  public List<Act.Recorded> acts(List<Act.Recorded> acts) {
    List<Act.Recorded> seen = new ArrayList<>();
    for (Act.Recorded recorded : acts) {
      act(recorded.act()).ifPresent(act -> seen.add(
          act.equals(recorded.act()) ? recorded : new Act.Recorded(act, recorded.recordedAt())));
    }
    return seen;
  }

  private Optional<Act> act(Act act) {
    boolean seen = switch (act) {
      case Act.Grouped grouped -> grouped.accounts().stream().allMatch(one -> shows(one.document()));
      case Act.Fetched fetched -> shows(fetched.document());
      case Act.Ruled _, Act.Misread _, Act.Reopened _, Act.Revised _, Act.Retracted _, Act.Erased _, Act.Marked _ ->
        shows(act.subject());
      case Act.WatchSet _, Act.WatchSeen _, Act.WatchDropped _, Act.Graded _, Act.Subscribed _ -> true;
    };
    if (seen && act instanceof Act.Retracted retracted
        && retracted.replacement().filter(other -> !shows(other)).isPresent()) {
      return Optional.of(new Act.Retracted(retracted.subject(), retracted.kind(), retracted.by(), retracted.day(),
          retracted.where(), Optional.empty()));
    }
    return Optional.of(act).filter(_ -> seen);
  }

  private boolean shows(String subject) {
    return subject.startsWith("document--") ? shows(new DocumentId(subject))
        : documentOf.apply(subject).map(document -> shows(subject, document)).orElse(true);
  }

  /// A claim as it is seen.
  ///
  /// @param recorded a claim that may be seen
  /// @return with what of the acts about it is seen
  public RecordedClaim claim(RecordedClaim recorded) {
    List<Act.Recorded> seen = acts(recorded.acts());
    return seen.equals(recorded.acts()) ? recorded
        : new RecordedClaim(recorded.id(), recorded.claim(), recorded.said(),
            recorded.bound(), recorded.recordedAt(), recorded.changedAt(), seen, recorded.marking(),
            recorded.leavers());
  }

  /// What became of a claim, as it is seen.
  ///
  /// @param history of a claim that may be seen
  /// @return with what of the acts about it is seen
  public ClaimHistory history(ClaimHistory history) {
    return new ClaimHistory(history.read(), history.recordedAt(), acts(history.acts()));
  }
}
