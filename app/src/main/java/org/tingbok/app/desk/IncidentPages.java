package org.tingbok.app.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tingbok.analysis.Dispute;
import org.tingbok.analysis.Incident;
import org.tingbok.analysis.IncidentStatus;
import org.tingbok.analysis.Matter;
import org.tingbok.document.Document;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.PartialDate;

/// Makes cards and pages of incidents.
final class IncidentPages {
  private IncidentPages() {
  }

  static IncidentCard card(Desk desk, Incident incident) {
    List<RecordedClaim> claims = desk.incidents().claims(incident);
    IncidentStatus status = desk.incidents().status(incident);
    PartialDate last = claims.stream().map(RecordedClaim::said).filter(PartialDate::stated)
        .max(Comparator.comparing(date -> date.last().orElse(LocalDate.MIN))).orElse(PartialDate.NOT_STATED);
    List<String> documents = incident.documents().stream().filter(desk.snapshot().documents()::containsKey)
        .map(Object::toString).toList();
    return new IncidentCard(incident.id(), incident.name(), Cards.parties(desk.incidents().victims(incident)),
        claims.stream().flatMap(recorded -> recorded.claim().account().stream())
            .flatMap(account -> account.countries().stream()).distinct().sorted().toList(),
        DateCard.of(incident.period()), documents,
        !desk.incidents().disputes(incident).stream().allMatch(Dispute::lapsed), status.unattributed(),
        accused(desk, incident, status.held()), claims.size(), DateCard.of(last));
  }

  static IncidentPage of(Desk desk, Incident incident) {
    IncidentCard card = desk.incidents().card(incident);
    IncidentStatus status = desk.incidents().status(incident);
    List<Dispute> disputes = desk.incidents().disputes(incident);
    List<RecordedClaim> all = new ArrayList<>(desk.incidents().claims(incident));
    disputes.forEach(dispute -> all.addAll(dispute.context()));
    Cards cards = desk.cards();
    List<RecordedClaim> newestFirst = cards.newestFirst(all);
    List<DisputeCard> disputeCards = desk.incidents().conflicts(incident).stream().map(cards::conflict).toList();
    List<ClaimCard> open = cards.claims(cards.once(status.nonAttributions()));
    List<ClaimCard> denials = cards.claims(cards.once(status.denials()));
    List<ClaimCard> responses = cards.claims(cards.once(status.responses()));
    List<IncidentCard.AccusedCard> withdrawn = accused(desk, incident, status.withdrawn());
    List<ClaimCard.DocumentCard> reports = incident.documents().stream()
        .map(desk.snapshot().documents()::get).filter(Objects::nonNull)
        .sorted(Comparator.comparing((Document document) -> document.published().first().orElse(LocalDate.MAX)))
        .map(cards::documentCard).toList();
    return new IncidentPage(card, headline(card, withdrawn, open, denials, responses, disputeCards), withdrawn, open,
        denials, responses, cards.claims(cards.once(desk.incidents().saidBefore(incident))), disputeCards,
        IncidentLanes.of(desk, incident, card, disputes), cards.claims(newestFirst),
        origins(desk, newestFirst), reports, Makeup.of(desk, incident));
  }

  /// Whose word each claim rests on, counted; a claim that accuses several has a count for each, told once where they agree.
  private static Map<String, String> origins(Desk desk, List<RecordedClaim> claims) {
    Map<String, String> origins = new LinkedHashMap<>();
    claims.forEach(recorded -> origins.put(recorded.id(), desk.origins().of(recorded.claim()).stream()
        .map(Matter::words).distinct().collect(Collectors.joining("; "))));
    return origins;
  }

  private static List<IncidentCard.AccusedCard> accused(Desk desk, Incident incident,
      List<IncidentStatus.Holding> holdings) {
    Map<String, List<IncidentStatus.Holding>> byAccused = new LinkedHashMap<>();
    holdings.forEach(holding -> byAccused.computeIfAbsent(actor(desk, holding.accused()), _ -> new ArrayList<>())
        .add(holding));
    List<IncidentCard.AccusedCard> cards = new ArrayList<>();
    for (List<IncidentStatus.Holding> group : byAccused.values()) {
      Optional<Matter> matter = desk.origins().accusation(incident, group.getFirst().accused());
      cards.add(new IncidentCard.AccusedCard(PartyCard.of(group.getFirst().accused()),
          group.stream().map(holding -> holding.accused().name()).distinct().skip(1).toList(),
          group.stream().map(holding -> holding(desk, holding)).toList(),
          matter.map(Matter::independent).orElse(0), matter.map(Matter::reports).orElse(0),
          matter.map(Matter::words).orElse("")));
    }
    return cards;
  }

  /// Names of groups are one as the view has it; whatever else is accused goes by its id.
  private static String actor(Desk desk, Party accused) {
    return accused.kind() == PartyKind.THREAT_ACTOR ? desk.names().key(accused.name()) : accused.id();
  }

  private static IncidentCard.HoldingCard holding(Desk desk, IncidentStatus.Holding holding) {
    return new IncidentCard.HoldingCard(PartyCard.of(holding.claimant()), DateCard.of(holding.since()),
        Cards.certainty(holding.certainty()),
        holding.claims().stream().map(RecordedClaim::id).toList(),
        holding.claims().stream().map(recorded -> desk.cards().document(recorded.claim().document()))
            .map(document -> document.publisher().orElse(Cards.title(document))).distinct().toList(),
        holding.claims().stream().allMatch(recorded -> recorded.claim().saying().ownVoice()));
  }

  /// All of it in one sentence: who laid what on whom when, what speaks against it, who denies it and who answered.
  private static List<Phrase> headline(IncidentCard card, List<IncidentCard.AccusedCard> withdrawn,
      List<ClaimCard> open, List<ClaimCard> denials, List<ClaimCard> responses, List<DisputeCard> disputes) {
    List<Phrase> line = new ArrayList<>();
    if (card.held().isEmpty()) {
      line.add(Phrase.plain("Nobody is held responsible"));
      if (!open.isEmpty()) {
        line.add(Phrase.plain("; "));
        line.addAll(Phrase.listed(names(open)));
        line.add(Phrase.plain(open.getFirst().accused().filter(names -> !names.isEmpty()).isPresent()
            ? " did not confirm a name"
            : " named nobody"));
      }
    } else {
      line.addAll(laid(card.held()));
    }
    if (card.disputed()) {
      line.add(Phrase.plain("; "));
      line.add(new Phrase("disputed", Phrase.Role.DISPUTED, ""));
      List<String> between = between(disputes.stream().flatMap(dispute -> dispute.context().stream()).distinct()
          .toList());
      line.add(Phrase.plain(between.isEmpty() ? "" : ", and " + String.join(", and ", between)));
    }
    if (!withdrawn.isEmpty()) {
      line.add(Phrase.plain("; taken back: "));
      line.addAll(Phrase.listed(withdrawn.stream().map(one -> Phrase.accused(one.party().name())).toList()));
    }
    if (!denials.isEmpty()) {
      line.add(Phrase.plain("; denied by "));
      line.addAll(Phrase.listed(names(denials)));
    }
    if (!responses.isEmpty()) {
      line.add(Phrase.plain("; answered by "));
      line.addAll(Phrase.listed(names(responses)));
    }
    line.add(Phrase.plain("."));
    return line;
  }

  /// `Recorded Future says that APT10 overlaps with RedBravo and APT31`: what one says of one name is told once.
  private static List<String> between(List<ClaimCard> context) {
    Map<String, Set<String>> others = new LinkedHashMap<>();
    Set<String> rest = new LinkedHashSet<>();
    for (ClaimCard claim : context) {
      Optional<AliasRelation> relation = claim.relation().flatMap(code -> Coded.find(AliasRelation.class, code));
      if (claim.names().isPresent() && relation.isPresent()) {
        List<PartyCard> names = claim.names().get();
        others.computeIfAbsent(claim.claimantNames() + (claim.claimants().size() == 1 ? " says that " : " say that ")
            + names.getFirst().name() + " " + Gist.words(relation.get()) + " ", _ -> new LinkedHashSet<>())
            .add(names.getLast().name());
      } else {
        rest.add(claim.summary());
      }
    }
    List<String> between = new ArrayList<>();
    others.forEach((said, names) -> between.add(said + String.join(" and ", names)));
    between.addAll(rest);
    return between.size() <= 2 ? between : between.subList(0, 2);
  }

  /// `Laid on X by A and B in February 2019 and on Y by C in June 2021`; whom somebody quoted accuses comes before whom
  /// only outlets accuse, and no more than three are named.
  private static List<Phrase> laid(List<IncidentCard.AccusedCard> held) {
    List<IncidentCard.AccusedCard> quoted = held.stream().filter(one -> !said(one).isEmpty()).toList();
    List<IncidentCard.AccusedCard> named = (quoted.isEmpty() ? held : quoted).stream().limit(3).toList();
    int rest = held.size() - named.size();
    List<Phrase> line = new ArrayList<>(List.of(Phrase.plain("Laid ")));
    for (int i = 0; i < named.size(); i++) {
      line.add(Phrase.plain(i == 0 ? "on " : i == named.size() - 1 && rest == 0 ? " and on " : ", on "));
      line.add(Phrase.accused(named.get(i).party().name()));
      line.addAll(by(named.get(i)));
    }
    if (rest > 0) {
      line.add(Phrase.plain(", and on " + IncidentCard.count(rest, "other")));
    }
    return line;
  }

  private static List<IncidentCard.HoldingCard> said(IncidentCard.AccusedCard accused) {
    return accused.holdings().stream().filter(holding -> !holding.ownVoice()).toList();
  }

  /// `by A and B in February 2019, by C in June 2021 and 2 others`.
  private static List<Phrase> by(IncidentCard.AccusedCard accused) {
    List<IncidentCard.HoldingCard> holdings = said(accused).isEmpty() ? accused.holdings() : said(accused);
    Map<String, List<IncidentCard.HoldingCard>> byDay = new LinkedHashMap<>();
    holdings.stream().limit(3).forEach(holding -> byDay
        .computeIfAbsent(holding.since().words(), _ -> new ArrayList<>()).add(holding));
    List<Phrase> line = new ArrayList<>();
    byDay.forEach((day, group) -> {
      line.add(Phrase.plain(line.isEmpty() ? " by " : ", by "));
      line.addAll(Phrase.listed(group.stream().map(holding -> Phrase.claimant(holding.claimant().name())).toList()));
      DateCard since = group.getFirst().since();
      line.add(Phrase.plain(since.stated() ? (since.from().equals(since.to()) ? " on " : " in ") + day : ""));
    });
    if (holdings.size() > 3) {
      line.add(Phrase.plain(" and " + IncidentCard.count(holdings.size() - 3, "other")));
    }
    return line;
  }

  private static List<Phrase> names(List<ClaimCard> claims) {
    return claims.stream().flatMap(claim -> claim.claimants().stream()).map(PartyCard::name).distinct()
        .map(Phrase::claimant).toList();
  }
}
