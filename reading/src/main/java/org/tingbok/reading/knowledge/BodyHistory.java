package org.tingbok.reading.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tingbok.vocabulary.FaultException;
import org.tingbok.vocabulary.PartialDate;

/// What became of bodies, and who held offices when. Immutable, safe to share.
final class BodyHistory {
  private final Map<String, List<BodyChange>> changes = new HashMap<>();
  private final Map<String, List<OfficeHolder>> holders = new HashMap<>();

  BodyHistory(Map<String, Name> bodies) {
    Table table = Table.read("body-changes.tsv");
    for (int row = 0; row < table.size(); row++) {
      Name body = body(bodies, table.cell(row, "body"));
      changes.computeIfAbsent(body.id(), _ -> new ArrayList<>(1))
          .add(new BodyChange(body, BodyChange.How.of(table.cell(row, "change")), PartialDate.parse(table.cell(row,
              "on")), body(bodies, table.cell(row, "into"))));
    }
    Table persons = Table.read("office-holders.tsv");
    for (int row = 0; row < persons.size(); row++) {
      String name = persons.cell(row, "name");
      holders.computeIfAbsent(ActorName.folded(name), _ -> new ArrayList<>(1))
          .add(new OfficeHolder(name, persons.cell(row, "office"), body(bodies, persons.cell(row, "body")),
              PartialDate.parse(persons.cell(row, "since")), PartialDate.parse(persons.cell(row, "until"))));
    }
  }

  private static Name body(Map<String, Name> bodies, String id) {
    Name body = bodies.get(id);
    if (body == null) {
      throw new FaultException("KNOWLEDGE_BODY", "a table speaks of a body that bodies.tsv has not: " + id);
    }
    return body;
  }

  List<BodyChange> changes(String id) {
    return List.copyOf(changes.getOrDefault(id, List.of()));
  }

  /// The bodies that carry on what a body was, on a day.
  List<Name> on(Name body, LocalDate day) {
    List<Name> present = new ArrayList<>();
    follow(body, day, present, new HashSet<>());
    return present;
  }

  private void follow(Name body, LocalDate day, List<Name> present, Set<String> seen) {
    List<BodyChange> past = changes(body.id()).stream()
        .filter(change -> change.on().last().map(last -> !last.isAfter(day)).orElse(true)).toList();
    if (!seen.add(body.id())) {
      return;
    }
    if (past.isEmpty()) {
      present.add(body);
    }
    past.forEach(change -> follow(change.into(), day, present, seen));
  }

  List<OfficeHolder> offices(String person) {
    return List.copyOf(holders.getOrDefault(ActorName.folded(person), List.of()));
  }

  /// The changes that a body came out of.
  List<BodyChange> before(String id) {
    return changes.values().stream().flatMap(List::stream).filter(change -> change.into().id().equals(id))
        .sorted(Comparator.comparing((BodyChange change) -> change.on().first().orElse(LocalDate.MIN))
            .thenComparing(change -> change.body().id()))
        .toList();
  }

  List<OfficeHolder> holders() {
    return holders.values().stream().flatMap(List::stream).sorted(Comparator.comparing(OfficeHolder::person)
        .thenComparing(holder -> holder.since().first().orElse(LocalDate.MIN))).toList();
  }

  /// Who held an office that speaks for a body.
  List<OfficeHolder> holders(String id) {
    return holders.values().stream().flatMap(List::stream).filter(holder -> holder.body().id().equals(id))
        .sorted(Comparator.comparing((OfficeHolder holder) -> holder.since().first().orElse(LocalDate.MIN))
            .thenComparing(OfficeHolder::person))
        .toList();
  }
}
