package org.tingbok.app.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tingbok.analysis.Dispute;
import org.tingbok.analysis.Incident;
import org.tingbok.claim.Claim;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.vocabulary.PartialDate;

/// The time line of one incident, in lanes.
final class IncidentLanes {
  private IncidentLanes() {
  }

  /// What happened, who was accused by whom, what stayed open, what was denied and what was answered.
  static List<IncidentPage.Lane> of(Desk desk, Incident incident, IncidentCard card,
      List<Dispute> disputes) {
    List<IncidentPage.Lane> lanes = new ArrayList<>();
    if (card.period().stated()) {
      lanes.add(new IncidentPage.Lane("happened", "happened",
          List.of(new IncidentPage.Mark(card.period(), card.period().words(), List.of(), false, false))));
    }
    List<RecordedClaim> claims = desk.cards().once(desk.incidents().claims(incident));
    Map<String, List<RecordedClaim>> accused = new LinkedHashMap<>();
    List<RecordedClaim> open = new ArrayList<>();
    List<RecordedClaim> denied = new ArrayList<>();
    List<RecordedClaim> answered = new ArrayList<>();
    for (RecordedClaim recorded : claims) {
      switch (recorded.claim()) {
        case Claim _ when !recorded.standing() -> {
          // in a lane of its own, on the day its source went back on it
        }
        case Claim.Attribution attribution -> attribution.accused().forEach(party -> accused
            .computeIfAbsent(party.name(), _ -> new ArrayList<>()).add(recorded));
        case Claim.NonAttribution _ -> open.add(recorded);
        case Claim.Denial _ -> denied.add(recorded);
        case Claim.Response _ -> answered.add(recorded);
        case Claim.Alias _, Claim.Affiliation _, Claim.Impact _, Claim.Method _ -> {
        }
      }
    }
    List<RecordedClaim> names = disputes.stream().flatMap(dispute -> dispute.context().stream())
        .filter(recorded -> recorded.claim() instanceof Claim.Alias).distinct().toList();
    accused.entrySet().stream().sorted(Comparator.comparing(entry -> earliest(entry.getValue())))
        .forEach(entry -> lane(lanes, desk, entry.getKey(), "accused", entry.getValue()));
    lane(lanes, desk, "between names", "names", names);
    lane(lanes, desk, "left open", "open", open);
    lane(lanes, desk, "denied", "denied", denied);
    lane(lanes, desk, "answered", "answered", answered);
    retracted(lanes, claims);
    if (!lanes.isEmpty()) {
      told(desk, claims).ifPresent(lane -> lanes.add(card.period().stated() ? 1 : 0, lane));
    }
    return lanes;
  }

  /// What sources went back on, on the day they did.
  private static void retracted(List<IncidentPage.Lane> lanes, List<RecordedClaim> claims) {
    Map<Act.Retracted, List<String>> byAct = new LinkedHashMap<>();
    claims.forEach(recorded -> recorded.retraction().ifPresent(
        act -> byAct.computeIfAbsent(act, _ -> new ArrayList<>()).add(recorded.id())));
    if (!byAct.isEmpty()) {
      lanes.add(new IncidentPage.Lane("retracted", "open", byAct.entrySet().stream()
          .sorted(Comparator.comparing(entry -> entry.getKey().day()))
          .map(entry -> new IncidentPage.Mark(DateCard.of(PartialDate.day(entry.getKey().day())), entry.getKey().by(),
              entry.getValue(), false, false))
          .toList()));
    }
  }

  private static LocalDate earliest(List<RecordedClaim> claims) {
    return claims.stream().flatMap(recorded -> recorded.said().first().stream()).min(Comparator.naturalOrder())
        .orElse(LocalDate.MAX);
  }

  /// Claims said at the same time are one mark, those of copies among them.
  private static void lane(List<IncidentPage.Lane> lanes, Desk desk, String label, String kind,
      List<RecordedClaim> claims) {
    if (claims.isEmpty()) {
      return;
    }
    List<IncidentPage.Mark> marks = new ArrayList<>();
    for (List<ClaimCard> group : bySaying(desk.cards().claims(claims))) {
      String who = switch (kind) {
        case "names", "answered" -> group.stream().map(ClaimCard::summary).distinct().collect(Collectors.joining("; "));
        default -> group.stream().flatMap(claim -> claim.claimants().stream()).map(PartyCard::name).distinct()
            .collect(Collectors.joining(", "));
      };
      marks.add(new IncidentPage.Mark(group.getFirst().saidOn(), who, group.stream().map(ClaimCard::id).toList(),
          group.getFirst().saidBound().equals("document"), group.stream().noneMatch(ClaimCard::sure)));
    }
    lanes.add(new IncidentPage.Lane(label, kind, marks));
  }

  /// When it was first told of in public, as far as is on record: the earliest that anybody said anything about it.
  private static Optional<IncidentPage.Lane> told(Desk desk, List<RecordedClaim> claims) {
    return claims.stream().filter(recorded -> recorded.said().stated())
        .min(Comparator.comparing((RecordedClaim recorded) -> recorded.said().last().orElse(LocalDate.MAX))
            .thenComparing(RecordedClaim::id))
        .map(desk.cards()::claim).map(first -> new IncidentPage.Lane("first told of", "told",
            List.of(new IncidentPage.Mark(first.saidOn(), first.claimantNames(), List.of(first.id()),
                first.saidBound().equals("document"), false))));
  }

  /// Claims said at the same time together, the earliest first. What somebody is told to have said in a month or year stands
  /// with what the same is told to have said on a day of it.
  private static List<List<ClaimCard>> bySaying(List<ClaimCard> claims) {
    Map<String, List<ClaimCard>> byDay = new LinkedHashMap<>();
    claims.stream().sorted(Comparator.comparing((ClaimCard claim) -> claim.saidOn().from().orElse("9999")))
        .forEach(claim -> byDay.computeIfAbsent(
            claims.stream().filter(other -> isCloser(other, claim)).min(Comparator.comparingLong(IncidentLanes::length))
                .orElse(claim).saidWords(),
            _ -> new ArrayList<>()).add(claim));
    List<List<ClaimCard>> groups = new ArrayList<>();
    byDay.values().forEach(group -> {
      group.sort(Comparator.comparingLong(IncidentLanes::length));
      groups.add(group);
    });
    groups.sort(Comparator.comparing(group -> group.getFirst().saidOn().from().orElse("9999")));
    return groups;
  }

  /// Whether one says, with a closer date within the other's, what those who say the other are among.
  private static boolean isCloser(ClaimCard one, ClaimCard other) {
    if (!one.saidOn().stated() || !other.saidOn().stated() || length(one) >= length(other)
        || one.saidBound().equals("document") || other.saidBound().equals("document")) {
      return false;
    }
    Set<String> names = new HashSet<>(one.claimants().stream().map(PartyCard::name).toList());
    return other.claimants().stream().map(PartyCard::name).allMatch(names::contains)
        && one.saidOn().day().compareTo(other.saidOn().day()) >= 0
        && one.saidOn().to().orElse("9").compareTo(other.saidOn().to().orElse("9")) <= 0;
  }

  private static long length(ClaimCard claim) {
    return claim.saidOn().stated()
        ? LocalDate.parse(claim.saidOn().to().orElseThrow()).toEpochDay()
            - LocalDate.parse(claim.saidOn().from().orElseThrow()).toEpochDay()
        : Long.MAX_VALUE;
  }
}
