package org.tingbok.ledger;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.vocabulary.PartialDate;

/// What was on record as of a day and a moment.
///
/// @param asOf the day and the moment
/// @param documents the documents recorded by the moment that were published by the day or bear one of the claims, by id
/// @param claims the claims said by the day and recorded by the moment, in order of recording
/// @param unplaced how many claims recorded by the moment were left out because it cannot be told whether they had been
///     said by the day: no date at all, or one too coarse (0 if no day is asked for)
/// @param names what lists and analysts said of names by the day and was recorded by the moment
/// @param acts what was done by the moment about anything on record, retractions and grades by the day; the erasures of
///     the documents above at whatever moment; in order of recording
public record Snapshot(AsOf asOf, Map<DocumentId, Document> documents, List<RecordedClaim> claims, int unplaced,
    NamesOnRecord names, List<Act.Recorded> acts) implements Serializable {
  /// Copies the collections.
  public Snapshot {
    documents = Collections.unmodifiableMap(new TreeMap<>(documents));
    claims = List.copyOf(claims);
    acts = List.copyOf(acts);
  }

  /// The same with each claim as those hold it who still do ([RecordedClaim#held]); what analysis goes by.
  ///
  /// @return itself if nobody went back on anything
  public Snapshot held() {
    List<RecordedClaim> held = claims.stream().map(RecordedClaim::held).toList();
    return held.equals(claims) ? this : new Snapshot(asOf, documents, held, unplaced, names, acts);
  }

  /// Why the text of a document is gone.
  ///
  /// @param document its id
  /// @return empty if it is there
  public Optional<Act.Erased> erasure(DocumentId document) {
    return acts.stream().map(Act.Recorded::act).filter(Act.Erased.class::isInstance).map(Act.Erased.class::cast)
        .filter(erased -> erased.document().equals(document)).findFirst();
  }

  /// What was done about claims, found by the claim. Safe to share.
  public static final class Histories {
    private final ActsBySubject about;

    private Histories(ActsBySubject about) {
      this.about = about;
    }

    /// Of acts.
    ///
    /// @param acts all acts, in order of recording
    /// @return what was done, claim by claim
    public static Histories of(List<Act.Recorded> acts) {
      return new Histories(ActsBySubject.of(acts));
    }

    /// A claim with all that was done about it.
    ///
    /// @param read the claim as it was first read
    /// @param recordedAt when that was recorded
    /// @return its history
    public ClaimHistory of(Claim read, Instant recordedAt) {
      return new ClaimHistory(read, recordedAt, about.claim(read));
    }
  }

  /// A reading, or what was new of it, with the moment it was recorded.
  ///
  /// @param reading the document as it is on record, with claims and unread sentences
  /// @param recordedAt the moment
  public record Recorded(Reading reading, Instant recordedAt) implements Serializable {
    /// Brings together what was recorded of each document.
    ///
    /// @param recorded in order of recording; a document read again with something new comes several times
    /// @return every document once, at its first place and moment, with everything recorded of it in order of recording
    public static List<Recorded> byDocument(List<Recorded> recorded) {
      Map<DocumentId, Recorded> documents = new LinkedHashMap<>();
      for (Recorded entry : recorded) {
        documents.merge(entry.reading().document().id(), entry, Recorded::followedBy);
      }
      return List.copyOf(documents.values());
    }

    private Recorded followedBy(Recorded later) {
      List<Claim> claims = new ArrayList<>(reading.claims());
      claims.addAll(later.reading.claims());
      List<Unread> unread = new ArrayList<>(reading.unread());
      unread.addAll(later.reading.unread());
      return new Recorded(new Reading(reading.document(), claims, unread), recordedAt);
    }
  }

  /// The snapshot of everything that was recorded, as of a day and a moment. This is the one place that says what "as of"
  /// means; every ledger calls it or agrees with it.
  ///
  /// A claim is there if it had been said by the end of the day asked for: if the last day on which it can have been said
  /// is not after it. That is the last day of its own date, and no later than its document's publication if that falls
  /// within the date; where it bears none, the last day of its document's publication, since what a document tells was
  /// said by then. A claim that may or may not have been said by the day is left out and counted as unplaced: hindsight
  /// would be the graver error.
  ///
  /// @param recorded all readings, in order of recording; a document may come several times
  /// @param asOf the day and the moment
  /// @return the snapshot
  public static Snapshot of(List<Recorded> recorded, AsOf asOf) {
    return of(recorded, List.of(), asOf);
  }

  /// The same, with the entries about names.
  ///
  /// @param recorded all readings, in order of recording; a document may come several times
  /// @param names all entries about names, in order of recording
  /// @param asOf the day and the moment
  /// @return the snapshot
  public static Snapshot of(List<Recorded> recorded, List<NameEntry.Recorded> names, AsOf asOf) {
    return of(recorded, names, List.of(), asOf);
  }

  /// The same, with what was done about what is on record ([ClaimHistory]).
  ///
  /// @param recorded all readings, in order of recording; a document may come several times
  /// @param names all entries about names, in order of recording
  /// @param acts all acts, in order of recording
  /// @param asOf the day and the moment
  /// @return the snapshot
  public static Snapshot of(List<Recorded> recorded, List<NameEntry.Recorded> names, List<Act.Recorded> acts,
      AsOf asOf) {
    ActsBySubject about = ActsBySubject.of(acts);
    Map<DocumentId, Document> documents = new TreeMap<>();
    List<RecordedClaim> claims = new ArrayList<>();
    int unplaced = 0;
    for (Recorded entry : recorded) {
      if (asOf.recorded().isPresent() && entry.recordedAt().isAfter(asOf.recorded().get())) {
        continue;
      }
      Document document = entry.reading().document();
      boolean any = asOf.said().isEmpty() || saidBy(document.published(), asOf.said().get());
      for (Claim claim : entry.reading().claims()) {
        Optional<RecordedClaim> standing =
            new ClaimHistory(claim, entry.recordedAt(), about.claim(claim)).asOf(document, asOf);
        if (standing.isEmpty()) {
          continue;
        }
        SaidTime said = SaidTime.of(standing.get().claim(), document);
        if (asOf.said().isEmpty() || said.saidBy(asOf.said().get())) {
          claims.add(standing.get());
          any = true;
        } else if (said.mayBeSaidBy(asOf.said().get())) {
          unplaced++;
        }
      }
      if (any) {
        documents.putIfAbsent(document.id(), document);
      }
    }
    return new Snapshot(asOf, documents, claims, unplaced, NamesOnRecord.of(names, asOf),
        about.asOf(asOf, documents.keySet()));
  }

  private static boolean saidBy(PartialDate date, LocalDate day) {
    return date.last().map(last -> !last.isAfter(day)).orElse(false);
  }
}
