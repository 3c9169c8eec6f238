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
  private final Map<DocumentId, List<UnreadSentence>> sentences = new HashMap<>();

  private OnRecord(List<Snapshot.Recorded> readings, List<Act.Recorded> acts) {
    this.readings = readings;
    Map<String, List<Act.Recorded>> done = new HashMap<>();
    for (Act.Recorded recorded : acts) {
      if (UnreadSentence.bears(recorded.act())) {
        done.computeIfAbsent(recorded.act().subject(), _ -> new ArrayList<>()).add(recorded);
      }
    }
    for (Snapshot.Recorded recorded : readings) {
      DocumentId id = recorded.reading().document().id();
      sentences.put(id, recorded.reading().unread().stream()
          .sorted(Comparator.comparingInt(sentence -> sentence.evidence().start()))
          .map(one -> new UnreadSentence(recorded.reading().document(), one, recorded.recordedAt(),
              done.getOrDefault(one.id(id), List.of())))
          .toList());
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
  List<UnreadSentence> unread(DocumentId document) {
    return sentences.getOrDefault(document, List.of()).stream().filter(UnreadSentence::waits).toList();
  }

  /// The sentences of a document that somebody set aside, in order of place.
  List<UnreadSentence> aside(DocumentId document) {
    return sentences.getOrDefault(document, List.of()).stream().filter(one -> one.aside().isPresent()).toList();
  }

  /// All sentences that somebody set aside, the last one first.
  List<UnreadSentence> aside() {
    return readings.stream().flatMap(one -> aside(one.reading().document().id()).stream())
        .sorted(Comparator.comparing((UnreadSentence one) -> one.aside().orElseThrow()).reversed()
            .thenComparing(UnreadSentence::id))
        .toList();
  }

  /// All sentences that are still not understood: of the document recorded last first, in order of place. Those that were
  /// dropped have nothing to be read.
  List<UnreadSentence> unread() {
    return readings.stream()
        .sorted(Comparator.comparing(Snapshot.Recorded::recordedAt).reversed()
            .thenComparing(one -> one.reading().document().id()))
        .flatMap(one -> unread(one.reading().document().id()).stream()
            .filter(sentence -> !Erasure.dropped(sentence.unread().evidence().quote())))
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
