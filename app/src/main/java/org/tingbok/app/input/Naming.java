package org.tingbok.app.input;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Reading;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.knowledge.Names;

/// Files the parties of an imported claim under the names that a reading of prose would file them under: a tool's file tells a
/// spelling, and often neither what sort of party it is nor whose. A spelling that nobody knows stays as it is.
final class Naming {
  private final Names names;

  Naming(Names names) {
    this.names = names;
  }

  Reading reading(Reading reading) {
    return new Reading(reading.document(), reading.claims().stream().map(this::claim).distinct().toList(),
        reading.unread());
  }

  private Claim claim(Claim claim) {
    Claim said = claim.with(claim.saying().by(parties(claim.saying().claimants())));
    return switch (said) {
      case Claim.Attribution one -> new Claim.Attribution(one.document(), one.saying(), parties(one.accused()),
          one.incident().map(this::account), one.evidence());
      case Claim.NonAttribution one -> new Claim.NonAttribution(one.document(), one.saying(), parties(one.accused()),
          one.incident().map(this::account), one.withdraws(), one.evidence());
      case Claim.Denial one ->
        new Claim.Denial(one.document(), one.saying(), one.incident().map(this::account), one.evidence());
      case Claim.Alias one -> new Claim.Alias(one.document(), one.saying(), party(one.first()), party(one.second()),
          one.relation(), one.evidence());
      case Claim.Affiliation one -> new Claim.Affiliation(one.document(), one.saying(), party(one.actor()),
          party(one.sponsor()), one.relation(), one.evidence());
      case Claim.Response one -> new Claim.Response(one.document(), one.saying(), one.kind(), parties(one.target()),
          one.incident().map(this::account), one.evidence());
      case Claim.Impact one -> new Claim.Impact(one.document(), one.saying(), one.incident().map(this::account),
          one.what(), one.polarity(), one.evidence());
      case Claim.Method one -> new Claim.Method(one.document(), one.saying(), one.incident().map(this::account),
          one.what(), one.polarity(), one.vulnerabilities(), one.techniques(), one.evidence());
    };
  }

  /// The states that were hit are those of the victims, too.
  private IncidentAccount account(IncidentAccount account) {
    List<Party> victims = parties(account.victims());
    Set<String> countries = new LinkedHashSet<>(account.countries());
    victims.stream().filter(victim -> !account.victims().contains(victim)).map(Party::country)
        .flatMap(Optional::stream).forEach(countries::add);
    return new IncidentAccount(account.document(), account.key(), account.label(), victims, account.period(),
        account.names(), countries, account.sectors());
  }

  private List<Party> parties(List<Party> parties) {
    return parties.stream().map(this::party).distinct().toList();
  }

  /// A party that was led to its name already has another text, or a state.
  private Party party(Party party) {
    if (party.country().isPresent() || !party.name().equals(party.text()) || party.kind() == PartyKind.PERSON) {
      return party;
    }
    Optional<NameMatch> match = names.lookUp(party.text());
    Optional<Name> actor = match.flatMap(found -> found.as(Name.Sort.ACTOR));
    if (party.kind() == PartyKind.THREAT_ACTOR && actor.isPresent()) {
      String name = match.get().spelling().replaceFirst("^([A-Z]{2,4})[ -](\\d+)$", "$1$2");
      return new Party(name, PartyKind.THREAT_ACTOR, actor.get().country(), party.text());
    }
    for (Name name : match.map(NameMatch::names).orElse(List.of())) {
      switch (name.sort()) {
        case STATE -> {
          return new Party(name.canonical(), PartyKind.STATE, name.country(), party.text());
        }
        case BODY -> {
          return new Party(name.canonical(), PartyKind.BODY, name.country(), party.text());
        }
        case ORGANISATION, OUTLET -> {
          return new Party(name.canonical(), PartyKind.ORGANISATION, name.country(), party.text());
        }
        case ADJECTIVE, PEOPLE, ACTOR, MALWARE, OPERATION -> {
          // names nobody of these sorts
        }
      }
    }
    return party;
  }
}
