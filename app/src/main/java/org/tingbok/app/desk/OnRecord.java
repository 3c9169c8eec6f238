package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Erasure;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Markings;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.SaidTime;
import org.tingbok.ledger.Snapshot;

/// What a ledger holds besides what stands: sentences that were not understood, and claims that were read and are no longer
/// on record. Immutable.
final class OnRecord {
  private final List<Snapshot.Recorded> readings;
  private final Map<DocumentId, List<Unread>> unread = new HashMap<>();

  private OnRecord(List<Snapshot.Recorded> readings, List<Act.Recorded> acts) {
    this.readings = readings;
    Set<String> understood = new HashSet<>();
    for (Act.Recorded recorded : acts) {
      if (recorded.act() instanceof Act.Misread misread && misread.claim().startsWith("unread--")) {
        understood.add(misread.claim());
      }
    }
    for (Snapshot.Recorded recorded : readings) {
      DocumentId id = recorded.reading().document().id();
      unread.put(id, recorded.reading().unread().stream().filter(one -> !understood.contains(one.id(id))).toList());
    }
  }

  /// Of some documents, by the moment, if one is asked for.
  ///
  /// @param readings what was recorded of them, in order of recording
  static OnRecord of(List<Snapshot.Recorded> readings, List<Act.Recorded> acts, AsOf asOf) {
    return new OnRecord(
        Snapshot.Recorded.byDocument(readings).stream()
            .filter(one -> asOf.recorded().filter(one.recordedAt()::isAfter).isEmpty()).toList(),
        acts.stream().filter(one -> asOf.recorded().filter(one.recordedAt()::isAfter).isEmpty()).toList());
  }

  /// By the moment, if one is asked for.
  static OnRecord of(Ledger ledger, AsOf asOf) {
    return new OnRecord(
        ledger.readings().stream().filter(one -> asOf.recorded().filter(one.recordedAt()::isAfter).isEmpty()).toList(),
        ledger.acts().stream().filter(one -> asOf.recorded().filter(one.recordedAt()::isAfter).isEmpty()).toList());
  }

  /// The sentences of a document that are still not understood.
  List<Unread> unread(DocumentId document) {
    return unread.getOrDefault(document, List.of());
  }

  /// All sentences that are still not understood: of the document recorded last first, in order of place. Those that were
  /// dropped have nothing to be read.
  List<ReviewQueues.UnreadAt> unread() {
    return readings.stream()
        .sorted(Comparator.comparing(Snapshot.Recorded::recordedAt).reversed()
            .thenComparing(one -> one.reading().document().id()))
        .flatMap(one -> unread(one.reading().document().id()).stream()
            .filter(sentence -> !Erasure.dropped(sentence.evidence().quote()))
            .sorted(Comparator.comparingInt(sentence -> sentence.evidence().start()))
            .map(sentence -> new ReviewQueues.UnreadAt(one.reading().document(), sentence, one.recordedAt())))
        .toList();
  }

  /// Claims that analysts rejected, or that are no longer read, by id: as they were first read, with what was done.
  Map<String, RecordedClaim> gone(Snapshot snapshot) {
    Map<String, ArrayList<Act.Recorded>> done = new HashMap<>();
    snapshot.acts().stream()
        .filter(recorded -> recorded.act() instanceof Act.Misread || recorded.act() instanceof Act.Ruled
            || recorded.act() instanceof Act.Revised)
        .forEach(recorded -> done.computeIfAbsent(recorded.act().subject(), _ -> new ArrayList<>())
            .add(recorded));
    Set<String> there = new HashSet<>();
    snapshot.claims().forEach(recorded -> there.add(recorded.id()));
    Map<String, RecordedClaim> gone = new LinkedHashMap<>();
    Markings markings = Markings.of(snapshot.acts());
    for (Snapshot.Recorded recorded : readings) {
      Document document = recorded.reading().document();
      for (Claim claim : recorded.reading().claims()) {
        List<Act.Recorded> acts = done.getOrDefault(claim.id(), new ArrayList<>());
        if (!acts.isEmpty() && !there.contains(claim.id()) && snapshot.documents().containsKey(document.id())) {
          SaidTime said = SaidTime.of(claim, document);
          gone.put(claim.id(), new RecordedClaim(claim.id(), claim, said.said(), said.bound(), recorded.recordedAt(),
              acts.getLast().recordedAt(), acts, markings.of(claim), List.of()));
        }
      }
    }
    return gone;
  }
}
