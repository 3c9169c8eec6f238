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
public record Snapshot(AsOf asOf, Map<DocumentId, Document> documents, List<RecordedClaim> claims, int unplaced,
    NamesOnRecord names) implements Serializable {
  /// Copies the collections.
  public Snapshot {
    documents = Collections.unmodifiableMap(new TreeMap<>(documents));
    claims = List.copyOf(claims);
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
        RecordedClaim placed = place(claim, document, entry.recordedAt());
        if (asOf.said().isEmpty() || saidBy(bounded(placed, document), asOf.said().get())) {
          claims.add(placed);
          any = true;
        } else if (mayBeSaidBy(placed.said(), asOf.said().get())) {
          unplaced++;
        }
      }
      if (any) {
        documents.putIfAbsent(document.id(), document);
      }
    }
    return new Snapshot(asOf, documents, claims, unplaced, NamesOnRecord.of(names, asOf));
  }

  /// The claim as recorded, dated by itself or bounded by its document.
  private static RecordedClaim place(Claim claim, Document document, Instant recordedAt) {
    PartialDate own = claim.saying().saidOn();
    if (own.stated()) {
      return new RecordedClaim(claim, own, SaidBound.STATED, recordedAt);
    }
    if (document.published().stated()) {
      return new RecordedClaim(claim, document.published(), SaidBound.DOCUMENT, recordedAt);
    }
    return new RecordedClaim(claim, PartialDate.NOT_STATED, SaidBound.UNKNOWN, recordedAt);
  }

  /// The days on which it can have been said: no document tells what is said only after it came out.
  private static PartialDate bounded(RecordedClaim placed, Document document) {
    Optional<LocalDate> first = placed.said().first();
    Optional<LocalDate> last = placed.said().last();
    Optional<LocalDate> out = document.published().last();
    if (first.isEmpty() || last.isEmpty() || out.isEmpty() || out.get().isBefore(first.get())
        || out.get().isAfter(last.get())) {
      return placed.said();
    }
    return PartialDate.range(first.get(), out.get());
  }

  private static boolean saidBy(PartialDate date, LocalDate day) {
    return date.last().map(last -> !last.isAfter(day)).orElse(false);
  }

  private static boolean mayBeSaidBy(PartialDate date, LocalDate day) {
    return date.first().map(first -> !first.isAfter(day)).orElse(true);
  }
}
