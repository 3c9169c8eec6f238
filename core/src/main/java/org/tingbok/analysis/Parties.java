package org.tingbok.analysis;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.tingbok.claim.Claim;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AliasRelation;

/// What the claims on record tell of parties themselves, whatever incident they are about: of which state they are, who
/// stands under whom, who speaks for whom. It is told once, however many claims tell it, so that a part of what is on record
/// can be looked at with all that is known of who is who. Immutable.
public final class Parties {
  /// One thing that claims tell of a party. Parties have no words of a text here, by which one would be many.
  public sealed interface Fact {
  }

  /// It is accused, named or said to act, and may bear a state.
  ///
  /// @param party who
  public record OfState(Party party) implements Fact {
  }

  /// It is said to act for another or to be part of one.
  ///
  /// @param party who
  /// @param above the other
  public record Under(Party party, Party above) implements Fact {
  }

  /// It says something in its own name.
  ///
  /// @param party who
  public record Speaks(Party party) implements Fact {
  }

  /// Somebody speaks for it.
  ///
  /// @param party for whom
  /// @param speaker the name of who speaks
  public record SpokenFor(Party party, String speaker) implements Fact {
  }

  private final List<Fact> facts;

  private Parties(Collection<Fact> facts) {
    this.facts = List.copyOf(facts);
  }

  /// What some claims tell.
  ///
  /// @param claims all that are on record as of some day
  /// @return who is who by them
  public static Parties of(Collection<RecordedClaim> claims) {
    Set<Fact> facts = new LinkedHashSet<>();
    claims.forEach(claim -> tell(claim, facts::add));
    return new Parties(facts);
  }

  static Parties told(Collection<Fact> facts) {
    return new Parties(facts);
  }

  List<Fact> facts() {
    return facts;
  }

  /// Tells each thing that a claim tells of parties; what its source no longer stands by tells only who speaks.
  static void tell(RecordedClaim recorded, Consumer<Fact> to) {
    Claim claim = recorded.claim();
    for (Party claimant : claim.saying().claimants()) {
      if (claimant.kind() != PartyKind.PERSON && claimant.kind() != PartyKind.DESCRIBED) {
        Party bare = bare(claimant);
        to.accept(new Speaks(bare));
        claim.saying().speaker().ifPresent(speaker -> to.accept(new SpokenFor(bare, speaker.name())));
      }
    }
    if (!recorded.standing()) {
      return;
    }
    switch (claim) {
      case Claim.Attribution attribution -> attribution.accused().forEach(party -> state(party, to));
      case Claim.NonAttribution non -> non.accused().forEach(party -> state(party, to));
      case Claim.Alias alias -> {
        state(alias.first(), to);
        state(alias.second(), to);
        if (alias.relation() == AliasRelation.PART_OF) {
          to.accept(new Under(bare(alias.first()), bare(alias.second())));
        }
      }
      case Claim.Affiliation affiliation -> {
        state(affiliation.actor(), to);
        to.accept(new Under(bare(affiliation.actor()), bare(affiliation.sponsor())));
      }
      case Claim.Denial _, Claim.Response _, Claim.Impact _, Claim.Method _ -> {
      }
    }
  }

  private static void state(Party party, Consumer<Fact> to) {
    if (party.country().isPresent()) {
      to.accept(new OfState(bare(party)));
    }
  }

  private static Party bare(Party party) {
    return party.text().equals(party.name()) ? party
        : new Party(party.name(), party.kind(), party.country(), party.name());
  }
}
