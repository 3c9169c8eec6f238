package org.tingbok.ledger;

import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Ruling;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.GroupingVerdict;
import org.tingbok.vocabulary.NotFoundException;
import org.tingbok.vocabulary.RetractionKind;
import org.tingbok.vocabulary.RulingVerdict;
import org.tingbok.vocabulary.Tlp;

/// What is new in acts that are handed to a ledger, once they are known to be about something on record. The one place
/// that says so; every ledger calls it.
///
/// @param entries what is to be recorded, in order; empty if nothing is new
/// @param known acts that say what stands already
public record ActIntake(List<Act> entries, int known) implements Serializable {
  /// Copies the list.
  public ActIntake {
    entries = List.copyOf(entries);
  }

  /// What is on record, as far as acts can be about it.
  public interface OnRecord {
    /// A claim as it was first read.
    ///
    /// @param id its id
    /// @return empty if it is not on record
    Optional<Claim> claim(String id);

    /// A document.
    ///
    /// @param id its id
    /// @return empty if it is not on record
    Optional<Document> document(DocumentId id);

    /// Whether a sentence is on record as unread.
    ///
    /// @param id its id
    /// @return true if it is
    boolean unread(String id);

    /// The acts about one claim, document or watch.
    ///
    /// @param subject its id or name
    /// @return in order of recording
    List<Act> acts(String subject);
  }

  /// Tells the new from the known.
  ///
  /// @param acts what is handed in
  /// @param record what is on record
  /// @return what is new
  /// @throws NotFoundException `CLAIM_UNKNOWN`, `DOCUMENT_UNKNOWN`, `UNREAD_UNKNOWN`, `WATCH_UNKNOWN`
  /// @throws BadInputException `EVIDENCE_NOT_VERBATIM`, `EVIDENCE_ELSEWHERE`, `RULING_NONE`, `RETRACTION_NONE`, `GROUPING_NONE`, `GRADE_NONE`
  public static ActIntake of(List<Act> acts, OnRecord record) {
    List<Act> entries = new ArrayList<>();
    int known = 0;
    for (Act act : acts) {
      List<Act> before = new ArrayList<>(record.acts(act.subject()));
      entries.stream().filter(entry -> entry.subject().equals(act.subject())).forEach(before::add);
      if (isNew(act, before, new Since(record, entries))) {
        entries.add(act);
      } else {
        known++;
      }
    }
    return new ActIntake(entries, known);
  }

  /// What is on record once earlier acts of the list are done: the text that one of them drops is gone for the others.
  private record Since(OnRecord record, List<Act> entries) implements OnRecord {
    @Override
    public Optional<Claim> claim(String id) {
      return record.claim(id);
    }

    @Override
    public Optional<Document> document(DocumentId id) {
      boolean gone = entries.stream().anyMatch(act -> act instanceof Act.Erased erased && erased.document().equals(id));
      return gone ? record.document(id).map(Erasure::of) : record.document(id);
    }

    @Override
    public boolean unread(String id) {
      return record.unread(id);
    }

    @Override
    public List<Act> acts(String subject) {
      return record.acts(subject);
    }
  }

  private static boolean isNew(Act act, List<Act> before, OnRecord record) {
    return switch (act) {
      case Act.Ruled ruled -> isNew(ruled.ruling(), before, record);
      case Act.Misread misread -> {
        if (!misread.claim().startsWith("unread--") || !record.unread(misread.claim())) {
          claim(misread.claim(), record);
        }
        yield before.stream().filter(
            one -> one instanceof Act.Misread || one instanceof Act.Revised || one instanceof Act.Reopened)
            .reduce((_, last) -> last).filter(Act.Misread.class::isInstance).isEmpty();
      }
      case Act.Reopened reopened -> isNew(reopened, before, record);
      case Act.Revised revised -> {
        Claim read = claim(revised.claim().id(), record);
        check(revised.claim(), read.document(), record);
        Optional<Act> last = before.stream().filter(one -> one instanceof Act.Misread || one instanceof Act.Revised)
            .reduce((_, later) -> later);
        yield last.map(one -> !(one instanceof Act.Revised other && other.claim().equals(revised.claim())))
            .orElse(!read.equals(revised.claim()));
      }
      case Act.Retracted retracted -> {
        known(retracted.subject(), record);
        retracted.replacement().ifPresent(other -> known(other, record));
        List<Act.Retracted> standing = Retractions.standing(before);
        if (retracted.kind() != RetractionKind.UNDONE) {
          yield !standing.contains(retracted);
        }
        if (standing.isEmpty() && !before.contains(retracted)) {
          throw new BadInputException("RETRACTION_NONE",
              "no retraction of " + retracted.subject() + " counts; there is nothing to undo");
        }
        yield !standing.isEmpty();
      }
      case Act.Erased erased -> {
        document(erased.document(), record);
        yield before.stream().noneMatch(Act.Erased.class::isInstance);
      }
      case Act.Grouped grouped -> isNew(grouped, before, record);
      case Act.WatchSet set -> Watch.of(before).filter(watch -> watch.question().equals(set.question())
          && watch.by().equals(set.by())).isEmpty();
      case Act.WatchSeen seen -> watch(seen.name(), before).seenUpTo().filter(moment -> !seen.upTo().isAfter(moment))
          .isEmpty();
      case Act.WatchDropped dropped -> !watch(dropped.name(), before).name().isEmpty();
      case Act.Graded graded -> isNew(graded, before);
      case Act.Marked marked -> {
        known(marked.subject(), record);
        Optional<Tlp> holds = before.stream().filter(Act.Marked.class::isInstance).map(Act.Marked.class::cast)
            .reduce((_, later) -> later).flatMap(Act.Marked::marking);
        if (marked.marking().isEmpty() && holds.isEmpty()) {
          throw new BadInputException("MARKING_NONE",
              marked.subject() + " is not marked; there is nothing to take back");
        }
        yield !marked.marking().equals(holds);
      }
      case Act.Subscribed subscribed -> isNew(subscribed, before);
      case Act.Fetched fetched -> {
        document(fetched.document(), record);
        yield before.stream().filter(Act.Fetched.class::isInstance).map(Act.Fetched.class::cast)
            .noneMatch(one -> one.document().equals(fetched.document()) && one.found().equals(fetched.found())
                && one.feed().equals(fetched.feed()) && one.entry().equals(fetched.entry())
                && one.etag().equals(fetched.etag()) && one.modified().equals(fetched.modified()));
      }
    };
  }

  private static boolean isNew(Act.Reopened reopened, List<Act> before, OnRecord record) {
    if (!record.unread(reopened.sentence())) {
      throw new NotFoundException("UNREAD_UNKNOWN", "no unread sentence " + reopened.sentence()
          + " is on record; 'tingbok unread --aside' lists those that were set aside");
    }
    Optional<Act> last = before.stream().filter(one -> one instanceof Act.Misread || one instanceof Act.Reopened)
        .reduce((_, later) -> later);
    if (last.filter(Act.Misread.class::isInstance).isPresent()) {
      return true;
    }
    if (last.filter(one -> one instanceof Act.Reopened other && other.reason().equals(reopened.reason())
        && other.by().equals(reopened.by())).isPresent()) {
      return false;
    }
    throw new BadInputException("RULING_NONE",
        "nobody has set " + reopened.sentence() + " aside; there is nothing to undo");
  }

  private static boolean isNew(Act.Graded graded, List<Act> before) {
    Optional<Act.Graded> last =
        before.stream().filter(Act.Graded.class::isInstance).map(Act.Graded.class::cast).reduce((_, later) -> later);
    boolean repeats = last.filter(one -> one.reliability().equals(graded.reliability())
        && one.reason().equals(graded.reason()) && one.by().equals(graded.by())).isPresent();
    if (graded.reliability().isEmpty() && !repeats && last.flatMap(Act.Graded::reliability).isEmpty()) {
      throw new BadInputException("GRADE_NONE",
          "'" + graded.source() + "' has no grade; there is nothing to take back");
    }
    return !repeats;
  }

  private static boolean isNew(Act.Subscribed subscribed, List<Act> before) {
    boolean wanted = !Subscription.standing(before).isEmpty();
    if (!subscribed.wanted() && !wanted) {
      throw new NotFoundException("SUBSCRIPTION_UNKNOWN", "nobody subscribes to " + subscribed.address()
          + "; 'tingbok subscriptions' lists the feeds that are read");
    }
    return subscribed.wanted() != wanted;
  }

  private static boolean isNew(Ruling ruling, List<Act> before, OnRecord record) {
    Claim read = claim(ruling.claim(), record);
    ruling.correction().ifPresent(correction -> check(correction, read.document(), record));
    Optional<Ruling> last = before.stream().filter(Act.Ruled.class::isInstance).map(Act.Ruled.class::cast)
        .map(Act.Ruled::ruling).reduce((_, later) -> later);
    if (ruling.verdict() == RulingVerdict.UNDONE
        && last.filter(one -> one.verdict() != RulingVerdict.UNDONE).isEmpty()) {
      if (last.filter(ruling::repeats).isPresent()) {
        return false;
      }
      throw new BadInputException("RULING_NONE",
          "nobody has ruled on " + ruling.claim() + "; there is nothing to undo");
    }
    return last.filter(ruling::repeats).isEmpty();
  }

  private static boolean isNew(Act.Grouped grouped, List<Act> before, OnRecord record) {
    grouped.accounts().forEach(account -> document(account.document(), record));
    Optional<Act.Grouped> last = before.stream().filter(Act.Grouped.class::isInstance).map(Act.Grouped.class::cast)
        .reduce((_, later) -> later);
    if (grouped.verdict() == GroupingVerdict.UNDONE && last.isEmpty()) {
      throw new BadInputException("GROUPING_NONE",
          "nobody has joined these accounts or kept them apart; there is nothing to undo");
    }
    return last.filter(grouped::repeats).isEmpty();
  }

  /// Refuses what the document on record does not say.
  private static void check(Claim claim, DocumentId id, OnRecord record) {
    Reading.check(document(id, record), claim);
  }

  private static Claim claim(String id, OnRecord record) {
    return record.claim(id).orElseThrow(() -> new NotFoundException("CLAIM_UNKNOWN", "no claim " + id
        + " is on record; 'tingbok claims' lists those that are"));
  }

  private static Document document(DocumentId id, OnRecord record) {
    return record.document(id).orElseThrow(() -> new NotFoundException("DOCUMENT_UNKNOWN", "no document " + id
        + " is on record; 'tingbok search' finds those that are"));
  }

  private static void known(String subject, OnRecord record) {
    if (subject.startsWith("claim--")) {
      claim(subject, record);
    } else {
      document(new DocumentId(subject), record);
    }
  }

  private static Watch watch(String name, List<Act> before) {
    return Watch.of(before).orElseThrow(() -> new NotFoundException("WATCH_UNKNOWN",
        "there is no watch '" + name + "'; 'tingbok watch' lists those there are"));
  }

  /// The moment that what is new is recorded at, as for readings ([Intake#moment]).
  ///
  /// @param clock gives the moment
  /// @param last the last moment on record of anything; empty if nothing is
  /// @return later than the last; the last itself if nothing is new and something is on record
  public Instant moment(Clock clock, Optional<Instant> last) {
    return RecordedTime.next(clock, last, !entries.isEmpty());
  }

  /// What to tell whoever acted.
  ///
  /// @param recordedAt the moment of recording
  /// @return the counts
  public ActReceipt receipt(Instant recordedAt) {
    return new ActReceipt(recordedAt, entries.size(), known);
  }
}
