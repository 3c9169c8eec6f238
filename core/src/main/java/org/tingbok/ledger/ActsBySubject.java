package org.tingbok.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tingbok.claim.Claim;
import org.tingbok.document.DocumentId;

/// Acts, found by what they are about.
final class ActsBySubject {
  private record Numbered(Act.Recorded recorded, int number) {
  }

  private final List<Act.Recorded> all;
  private final Map<String, List<Numbered>> bySubject = new HashMap<>();

  private ActsBySubject(List<Act.Recorded> all) {
    this.all = all;
    int number = 0;
    for (Act.Recorded recorded : all) {
      bySubject.computeIfAbsent(recorded.act().subject(), _ -> new ArrayList<>())
          .add(new Numbered(recorded, number++));
    }
  }

  static ActsBySubject of(List<Act.Recorded> acts) {
    return new ActsBySubject(acts);
  }

  /// About a claim, and retractions and markings of its document, in order of recording.
  List<Act.Recorded> claim(Claim claim) {
    return bySubject.isEmpty() ? List.of() : claim(claim.id(), claim.document().value());
  }

  private List<Act.Recorded> claim(String id, String document) {
    List<Numbered> both = new ArrayList<>(bySubject.getOrDefault(id, List.of()));
    bySubject.getOrDefault(document, List.of()).stream()
        .filter(one -> one.recorded().act() instanceof Act.Retracted || one.recorded().act() instanceof Act.Marked)
        .forEach(both::add);
    return both.stream().sorted(Comparator.comparingInt(Numbered::number)).map(Numbered::recorded).toList();
  }

  /// About one claim, document or watch, in order of recording.
  List<Act.Recorded> subject(String id) {
    return bySubject.getOrDefault(id, List.of()).stream().map(Numbered::recorded).toList();
  }

  /// Those recorded by the moment; retractions that had been told, and grades that had been given, by the day; why the text of one of the documents is
  /// gone at any moment, since it is gone whatever moment is asked for; markings of any moment, since they say who may see now.
  List<Act.Recorded> asOf(AsOf asOf, Set<DocumentId> documents) {
    List<Act.Recorded> recordedBy = all.stream()
        .filter(recorded -> asOf.recorded().filter(recorded.recordedAt()::isAfter).isEmpty()
            || recorded.act() instanceof Act.Marked
            || recorded.act() instanceof Act.Erased erased && documents.contains(erased.document()))
        .toList();
    return Retractions.toldBy(recordedBy, asOf.said()).stream()
        .filter(recorded -> !(recorded.act() instanceof Act.Graded graded)
            || asOf.said().filter(graded.day()::isAfter).isEmpty())
        .toList();
  }
}
