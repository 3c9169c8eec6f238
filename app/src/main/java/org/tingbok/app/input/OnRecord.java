package org.tingbok.app.input;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tingbok.claim.Reading;
import org.tingbok.document.Document;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;

/// What a ledger knows before something is added to it. Immutable.
///
/// @param documents its documents
/// @param claims the ids of its claims
/// @param acts what was done about them, in order of recording
public record OnRecord(Collection<Document> documents, Set<String> claims, List<Act> acts) {
  /// Where nothing was added yet.
  public static final OnRecord NOTHING = new OnRecord(List.of(), Set.of(), List.of());

  /// Copies the lists.
  public OnRecord {
    documents = List.copyOf(documents);
    claims = Set.copyOf(claims);
    acts = List.copyOf(acts);
  }

  /// What a ledger knows.
  ///
  /// @param ledger the ledger
  /// @param snapshot of it as of now
  /// @return its documents and claims, and all that was done about them
  public static OnRecord of(Ledger ledger, Snapshot snapshot) {
    return new OnRecord(snapshot.documents().values(),
        snapshot.claims().stream().map(RecordedClaim::id).collect(Collectors.toSet()),
        ledger.acts().stream().map(Act.Recorded::act).toList());
  }

  /// What of that which files say was done about their documents is to be recorded. Only what is about a document or claim
  /// that is recorded itself: a claim may have been left out. A marking comes with what it is of, once, for what was decided about
  /// it here since is not undone by its coming again; of several the narrowest counts. That a source went back on its word is
  /// news whenever it is told first; one that is on record, even if somebody undid it, is not told anew.
  ///
  /// @param told what files say, in their order
  /// @param readings what is recorded
  /// @return markings by the first that is told of each subject, then the others in that order
  public List<Act> news(List<Act> told, List<Reading> readings) {
    Set<String> there = new HashSet<>();
    for (Reading reading : readings) {
      there.add(reading.document().id().value());
      reading.claims().forEach(claim -> there.add(claim.id()));
    }
    Set<String> before = new HashSet<>(claims);
    documents.forEach(document -> before.add(document.id().value()));
    Set<Act> done = new HashSet<>(acts);
    Map<String, Act> markings = new LinkedHashMap<>();
    Set<Act> others = new LinkedHashSet<>();
    for (Act act : told) {
      if (act instanceof Act.Marked marked && there.contains(act.subject()) && !before.contains(act.subject())) {
        markings.merge(act.subject(), marked, OnRecord::narrower);
      } else if (act instanceof Act.Retracted retracted && there.contains(act.subject())) {
        others.add(placed(retracted, there));
      }
    }
    others.removeAll(done);
    return Stream.concat(markings.values().stream(), others.stream()).toList();
  }

  private static Act narrower(Act first, Act second) {
    return first instanceof Act.Marked one && second instanceof Act.Marked other
        && one.marking().flatMap(tlp -> other.marking().map(tlp::compareTo)).orElse(0) < 0 ? second : first;
  }

  /// What takes the place of a claim is named only where it is there, too.
  private static Act.Retracted placed(Act.Retracted act, Set<String> there) {
    return act.replacement().filter(other -> !there.contains(other)).isEmpty() ? act
        : new Act.Retracted(act.subject(), act.kind(), act.by(), act.day(), act.where(), Optional.empty());
  }
}
