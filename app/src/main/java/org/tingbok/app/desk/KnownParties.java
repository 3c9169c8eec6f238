package org.tingbok.app.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tingbok.claim.Slot;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.PageRequest;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.vocabulary.SlotRole;

/// Parties by what somebody types: as claims on record have them, else as the tables of names file them, so that a claim that is
/// typed in is about the same parties as one that is read.
final class KnownParties implements Function<String, Optional<Party>> {
  private final Ledger ledger;

  KnownParties(Ledger ledger) {
    this.ledger = ledger;
  }

  /// A party of that name, by the words that were typed.
  @Override
  public Optional<Party> apply(String typed) {
    return onRecord(typed).or(() -> inTables(typed));
  }

  private Optional<Party> onRecord(String typed) {
    ClaimQuery query = new ClaimQuery(
        List.of(new Condition.WithParty(Set.of(SlotRole.values()), Set.of(typed))), ClaimOrder.RECORDED);
    return ledger.claims(query, AsOf.NOW, PageRequest.first(1)).items().stream()
        .flatMap(claim -> claim.claim().slots().stream()).map(Slot::party)
        .filter(party -> NameKey.of(party.name()).equals(NameKey.of(typed))).findFirst()
        .map(party -> new Party(party.name(), party.kind(), party.country(), typed));
  }

  private static Optional<Party> inTables(String typed) {
    Optional<NameMatch> match = Names.standard().lookUp(typed);
    Optional<Name> actor = match.flatMap(found -> found.as(Name.Sort.ACTOR));
    if (actor.isPresent()) {
      return Optional.of(new Party(match.get().spelling(), PartyKind.THREAT_ACTOR, actor.get().country(), typed));
    }
    return match.stream().flatMap(found -> found.names().stream()).flatMap(name -> filed(name, typed).stream())
        .findFirst();
  }

  private static Optional<Party> filed(Name name, String typed) {
    Optional<PartyKind> kind = switch (name.sort()) {
      case BODY -> Optional.of(PartyKind.BODY);
      case STATE, PEOPLE, ADJECTIVE -> Optional.of(PartyKind.STATE);
      case ORGANISATION, OUTLET -> Optional.of(PartyKind.ORGANISATION);
      case ACTOR, MALWARE, OPERATION -> Optional.empty();
    };
    return kind.map(one -> new Party(name.canonical(), one, name.country(), typed));
  }
}
