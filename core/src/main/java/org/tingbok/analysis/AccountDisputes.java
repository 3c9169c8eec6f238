package org.tingbok.analysis;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;

/// Disputes about what happened: when, and to whom.
final class AccountDisputes {
  private static final long PRECISE = 62;
  private static final long ONE_NIGHT = 1;

  private final Statements statements;

  AccountDisputes(Statements statements) {
    this.statements = statements;
  }

  /// Days that exclude each other. A year alone tells too little; days next to each other may be one night in two zones,
  /// and a period that goes with both of two others takes no side.
  List<Dispute.Side> dates(List<RecordedClaim> claims) {
    Map<String, PartialDate> periods = new TreeMap<>();
    for (RecordedClaim recorded : claims) {
      recorded.claim().account().map(IncidentAccount::period).filter(AccountDisputes::precise)
          .ifPresent(period -> periods.put(period.iso(), period));
    }
    List<PartialDate> anchors = new ArrayList<>();
    periods.values().stream().sorted(Comparator.comparingLong(AccountDisputes::length).thenComparing(PartialDate::iso))
        .filter(period -> anchors.stream().noneMatch(other -> goTogether(other, period))).forEach(anchors::add);
    Map<PartialDate, List<RecordedClaim>> sides = new LinkedHashMap<>();
    for (RecordedClaim recorded : statements.copiesOnce(claims)) {
      Optional<PartialDate> period =
          recorded.claim().account().map(IncidentAccount::period).filter(AccountDisputes::precise);
      List<PartialDate> fitting = anchors.stream().filter(one -> period.filter(p -> goTogether(one, p)).isPresent())
          .toList();
      if (fitting.size() == 1) {
        sides.computeIfAbsent(fitting.getFirst(), _ -> new ArrayList<>()).add(recorded);
      }
    }
    boolean oneStory = sides.values().stream().flatMap(List::stream).map(one -> statements.story(one.claim()))
        .distinct().count() < 2;
    return sides.size() < 2 || oneStory ? List.of()
        : sides.entrySet().stream().map(side -> new Dispute.Side("it happened " + day(side.getKey()), List.of(),
            side.getValue())).toList();
  }

  private static String day(PartialDate date) {
    return date.first().equals(date.last()) ? "on " + date.iso()
        : date.iso().length() == 7 ? "in " + date.iso()
            : "between " + date.first().orElseThrow() + " and " + date.last().orElseThrow();
  }

  private static boolean precise(PartialDate period) {
    return Periods.days(period).filter(days -> days <= PRECISE).isPresent();
  }

  private static long length(PartialDate period) {
    return Periods.days(period).orElse(Long.MAX_VALUE);
  }

  private static boolean goTogether(PartialDate a, PartialDate b) {
    LocalDate firstA = a.first().orElseThrow();
    LocalDate firstB = b.first().orElseThrow();
    return a.overlaps(b) || Math.abs(ChronoUnit.DAYS.between(a.last().orElseThrow(), firstB)) <= ONE_NIGHT
        || Math.abs(ChronoUnit.DAYS.between(b.last().orElseThrow(), firstA)) <= ONE_NIGHT;
  }

  /// Victims that one story tells of, and of which somebody else says that they were spared.
  List<List<Dispute.Side>> victims(List<RecordedClaim> claims) {
    List<List<Dispute.Side>> disputes = new ArrayList<>();
    Map<String, List<RecordedClaim>> spared = new TreeMap<>();
    Map<String, Party> names = new TreeMap<>();
    for (RecordedClaim recorded : claims) {
      recorded.claim().account().ifPresent(account -> account.victims().stream()
          .filter(victim -> victim.kind() != PartyKind.DESCRIBED)
          .forEach(victim -> names.putIfAbsent(NameKey.of(victim.name()), victim)));
    }
    for (RecordedClaim recorded : statements.copiesOnce(claims)) {
      if (recorded.claim() instanceof Claim.Impact impact && impact.polarity() == Polarity.NEGATED) {
        String what = NameKey.of(impact.what());
        names.keySet().stream().filter(what::equals)
            .forEach(victim -> spared.computeIfAbsent(victim, _ -> new ArrayList<>()).add(recorded));
      }
    }
    spared.forEach((victim, denying) -> {
      Set<String> silent = new HashSet<>();
      denying.forEach(one -> silent.addAll(Rivals.claimants(one.claim())));
      List<RecordedClaim> hit = statements.copiesOnce(claims).stream()
          .filter(one -> denying.stream().noneMatch(no -> no.claim().document().equals(one.claim().document())))
          .filter(one -> one.claim() instanceof Claim.Impact impact ? impact.polarity() == Polarity.AFFIRMED
              : one.claim() instanceof Claim.Attribution)
          .filter(one -> one.claim().account().stream().flatMap(account -> account.victims().stream())
              .anyMatch(party -> NameKey.of(party.name()).equals(victim)))
          .filter(one -> !silent.containsAll(Rivals.claimants(one.claim()))).toList();
      Party party = names.get(victim);
      if (!hit.isEmpty() && party != null) {
        disputes.add(List.of(new Dispute.Side(party.name() + " was hit", List.of(party), hit),
            new Dispute.Side(party.name() + " was spared", List.of(party), denying)));
      }
    });
    return disputes;
  }
}
