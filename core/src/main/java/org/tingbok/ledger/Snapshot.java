package org.tingbok.ledger;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.vocabulary.PartialDate;

/// What was on record as of a day and a moment.
///
/// @param asOf the day and the moment
/// @param documents the documents recorded by the moment and not published after the day, by id
/// @param claims the claims said by the day and recorded by the moment, in order of recording
/// @param unplaced how many claims were left out because nothing tells when they were said (0 if no day is asked for)
public record Snapshot(AsOf asOf, Map<DocumentId, Document> documents, List<RecordedClaim> claims, int unplaced)
    implements Serializable {
  /// Copies the collections.
  public Snapshot {
    documents = java.util.Collections.unmodifiableMap(new TreeMap<>(documents));
    claims = List.copyOf(claims);
  }

  /// One reading with the moment it was recorded.
  ///
  /// @param reading the reading
  /// @param recordedAt the moment
  public record Recorded(Reading reading, java.time.Instant recordedAt) implements Serializable {
  }

  /// The snapshot of everything that was recorded, as of a day and a moment. This is the one place that says what "as of"
  /// means; every ledger calls it or agrees with it.
  ///
  /// A claim is there if the first day on which it may have been said is not after the day asked for; where it bears no
  /// date, its document's date bounds it; where neither does, it is left out and counted.
  ///
  /// @param recorded all readings, in order of recording
  /// @param asOf the day and the moment
  /// @return the snapshot
  public static Snapshot of(List<Recorded> recorded, AsOf asOf) {
    Map<DocumentId, Document> documents = new TreeMap<>();
    List<RecordedClaim> claims = new ArrayList<>();
    int unplaced = 0;
    for (Recorded entry : recorded) {
      if (asOf.recorded().isPresent() && entry.recordedAt().isAfter(asOf.recorded().get())) {
        continue;
      }
      Document document = entry.reading().document();
      boolean any = false;
      for (Claim claim : entry.reading().claims()) {
        RecordedClaim placed = place(claim, document, entry.recordedAt());
        if (asOf.said().isPresent() && placed.bound() == SaidBound.UNKNOWN) {
          unplaced++;
        } else if (asOf.said().isEmpty() || !placed.said().first().orElseThrow().isAfter(asOf.said().get())) {
          claims.add(placed);
          any = true;
        }
      }
      if (any || saidBy(document.published(), asOf.said())) {
        documents.put(document.id(), document);
      }
    }
    return new Snapshot(asOf, documents, claims, unplaced);
  }

  /// The claim as recorded, dated by itself or bounded by its document.
  private static RecordedClaim place(Claim claim, Document document, java.time.Instant recordedAt) {
    PartialDate own = claim.saying().saidOn();
    if (own.stated()) {
      return new RecordedClaim(claim, own, SaidBound.STATED, recordedAt);
    }
    if (document.published().stated()) {
      return new RecordedClaim(claim, document.published(), SaidBound.DOCUMENT, recordedAt);
    }
    return new RecordedClaim(claim, PartialDate.NOT_STATED, SaidBound.UNKNOWN, recordedAt);
  }

  private static boolean saidBy(PartialDate published, Optional<LocalDate> day) {
    return day.isEmpty() || published.first().map(first -> !first.isAfter(day.get())).orElse(false);
  }
}
