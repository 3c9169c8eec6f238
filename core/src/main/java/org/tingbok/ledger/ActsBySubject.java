package org.tingbok.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tingbok.claim.Claim;

/// Acts, found by what they are about.
final class ActsBySubject {
  private final List<Act.Recorded> all;
  private final Map<String, List<Act.Recorded>> bySubject = new HashMap<>();

  private ActsBySubject(List<Act.Recorded> all) {
    this.all = all;
    for (Act.Recorded recorded : all) {
      bySubject.computeIfAbsent(recorded.act().subject(), _ -> new ArrayList<>()).add(recorded);
    }
  }

  static ActsBySubject of(List<Act.Recorded> acts) {
    return new ActsBySubject(acts);
  }

  /// About a claim, and retractions of its document, in order of recording.
  List<Act.Recorded> claim(Claim claim) {
    return bySubject.isEmpty() ? List.of() : claim(claim.id(), claim.document().value());
  }

  private List<Act.Recorded> claim(String id, String document) {
    List<Act.Recorded> own = subject(id);
    List<Act.Recorded> ofDocument =
        subject(document).stream().filter(recorded -> recorded.act() instanceof Act.Retracted).toList();
    if (ofDocument.isEmpty()) {
      return own;
    }
    List<Act.Recorded> both = new ArrayList<>(own);
    both.addAll(ofDocument);
    both.sort(java.util.Comparator.comparing(Act.Recorded::recordedAt));
    return both;
  }

  /// About one claim, document or watch, in order of recording.
  List<Act.Recorded> subject(String id) {
    return bySubject.getOrDefault(id, List.of());
  }

  /// Those recorded by the moment; retractions that had been told, and grades that had been given, by the day.
  List<Act.Recorded> asOf(AsOf asOf) {
    return all.stream().filter(recorded -> asOf.recorded().filter(recorded.recordedAt()::isAfter).isEmpty())
        .filter(recorded -> !(recorded.act() instanceof Act.Retracted retracted)
            || asOf.said().filter(retracted.day()::isAfter).isEmpty())
        .filter(recorded -> !(recorded.act() instanceof Act.Graded graded)
            || asOf.said().filter(graded.day()::isAfter).isEmpty())
        .toList();
  }
}
