package org.tingbok.claim;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tingbok.document.DocumentId;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.Polarity;
import org.tingbok.vocabulary.ResponseKind;
import org.tingbok.vocabulary.SlotRole;

/// What one party, or several together, say in public about who did what in cyberspace.
///
/// Claims are values and are never edited. A claimant that changes its mind makes a new claim; what follows from both
/// being on record is for analysis to say.
public sealed interface Claim extends Serializable {
  /// The document that it was found in.
  ///
  /// @return its id
  DocumentId document();

  /// Who says it, when and how surely.
  ///
  /// @return the common slots
  Saying saying();

  /// The words that carry it.
  ///
  /// @return one or more, in order of place, in the document's canonical text
  List<Evidence> evidence();

  /// Which of the eight kinds.
  ///
  /// @return its type
  default ClaimType type() {
    return switch (this) {
      case Attribution _ -> ClaimType.ATTRIBUTION;
      case NonAttribution _ -> ClaimType.NON_ATTRIBUTION;
      case Denial _ -> ClaimType.DENIAL;
      case Alias _ -> ClaimType.ALIAS;
      case Affiliation _ -> ClaimType.AFFILIATION;
      case Response _ -> ClaimType.RESPONSE;
      case Impact _ -> ClaimType.IMPACT;
      case Method _ -> ClaimType.METHOD;
    };
  }

  /// The operation it is about.
  ///
  /// @return empty where it is about none, or where the text does not tell which
  default Optional<IncidentAccount> account() {
    return switch (this) {
      case Attribution claim -> claim.incident();
      case NonAttribution claim -> claim.incident();
      case Denial claim -> claim.incident();
      case Response claim -> claim.incident();
      case Impact claim -> claim.incident();
      case Method claim -> claim.incident();
      case Alias _, Affiliation _ -> Optional.empty();
    };
  }

  /// The same claim, said otherwise.
  ///
  /// @param saying who says it, when, how surely
  /// @return all else as it is
  default Claim with(Saying saying) {
    return switch (this) {
      case Attribution one -> new Attribution(document(), saying, one.accused(), one.incident(), evidence());
      case NonAttribution one ->
        new NonAttribution(document(), saying, one.accused(), one.incident(), one.withdraws(), evidence());
      case Denial one -> new Denial(document(), saying, one.incident(), evidence());
      case Alias one -> new Alias(document(), saying, one.first(), one.second(), one.relation(), evidence());
      case Affiliation one ->
        new Affiliation(document(), saying, one.actor(), one.sponsor(), one.relation(), evidence());
      case Response one -> new Response(document(), saying, one.kind(), one.target(), one.incident(), evidence());
      case Impact one -> new Impact(document(), saying, one.incident(), one.what(), one.polarity(), evidence());
      case Method one -> new Method(document(), saying, one.incident(), one.what(), one.polarity(),
          one.vulnerabilities(), one.techniques(), evidence());
    };
  }

  /// Everybody in it, each with what they are in it.
  ///
  /// @return claimants first, then the slots of its type, then the victims of its operation; in the order of each
  default List<Slot> slots() {
    Stream<Slot> own = switch (this) {
      case Attribution claim -> slots(SlotRole.ACCUSED, claim.accused());
      case NonAttribution claim -> slots(SlotRole.ACCUSED, claim.accused());
      case Response claim -> slots(SlotRole.TARGET, claim.target());
      case Alias claim -> slots(SlotRole.NAMED, List.of(claim.first(), claim.second()));
      case Affiliation claim -> Stream.of(new Slot(SlotRole.ACTOR, claim.actor()),
          new Slot(SlotRole.SPONSOR, claim.sponsor()));
      case Denial _, Impact _, Method _ -> Stream.of();
    };
    Stream<Slot> victims =
        account().stream().flatMap(account -> slots(SlotRole.VICTIM, account.victims()));
    return Stream.of(slots(SlotRole.CLAIMANT, saying().claimants()), own, victims).flatMap(slots -> slots).toList();
  }

  private static Stream<Slot> slots(SlotRole role, List<Party> parties) {
    return parties.stream().map(party -> new Slot(role, party));
  }

  /// What the claim is known by: made from what makes it that claim (document, ranges, type, slots), so that reading the
  /// same report again gives the same id. A claim whose words were dropped keeps the id it had.
  ///
  /// @return `claim--` and a UUID
  default String id() {
    return ClaimIdentity.of(this);
  }

  /// Somebody is held responsible for an operation (EuRepoC *attribution*, STIX `attributed-to`).
  ///
  /// @param document where it was found
  /// @param saying who says it
  /// @param accused who is held responsible, one party or more (EuRepoC *attributed initiator*)
  /// @param incident the operation; empty if the text does not tell which
  /// @param evidence one range or more
  record Attribution(DocumentId document, Saying saying, List<Party> accused, Optional<IncidentAccount> incident,
      List<Evidence> evidence) implements Claim {
    /// Copies the lists.
    public Attribution {
      accused = ClaimIdentity.some(accused, "accused");
      evidence = ClaimIdentity.some(evidence, "evidence");
    }
  }

  /// The operation is said not to be attributed (yet), or a name is withheld, not confirmed, or taken back.
  ///
  /// @param document where it was found
  /// @param saying who says it
  /// @param accused whom the claimant does *not* accuse, if a name is explicitly not confirmed; else empty
  /// @param incident the operation; empty if the text does not tell which
  /// @param withdraws whether the claimant takes back an accusation of its own
  /// @param evidence one range or more
  record NonAttribution(DocumentId document, Saying saying, List<Party> accused, Optional<IncidentAccount> incident,
      boolean withdraws, List<Evidence> evidence) implements Claim {
    /// Copies the lists.
    public NonAttribution {
      accused = List.copyOf(accused);
      evidence = ClaimIdentity.some(evidence, "evidence");
    }
  }

  /// A party rejects responsibility or the accusation itself.
  ///
  /// @param document where it was found
  /// @param saying who rejects
  /// @param incident the operation; empty if none is meant in particular
  /// @param evidence one range or more
  record Denial(DocumentId document, Saying saying, Optional<IncidentAccount> incident, List<Evidence> evidence)
      implements Claim {
    /// Copies the list.
    public Denial {
      evidence = ClaimIdentity.some(evidence, "evidence");
    }
  }

  /// Two names are said to stand in some relation.
  ///
  /// @param document where it was found
  /// @param saying who says it
  /// @param first the first name; for `former` the present one, for `part-of` the contained one
  /// @param second the second name
  /// @param relation how they relate
  /// @param evidence one range or more
  record Alias(DocumentId document, Saying saying, Party first, Party second, AliasRelation relation,
      List<Evidence> evidence) implements Claim {
    /// Copies the list.
    public Alias {
      evidence = ClaimIdentity.some(evidence, "evidence");
    }
  }

  /// A group or person is said to act for, belong to, or be linked to a state or organisation.
  ///
  /// @param document where it was found
  /// @param saying who says it
  /// @param actor the group or person
  /// @param sponsor the state or organisation
  /// @param relation how they relate
  /// @param evidence one range or more
  record Affiliation(DocumentId document, Saying saying, Party actor, Party sponsor, AffiliationRelation relation,
      List<Evidence> evidence) implements Claim {
    /// Copies the list.
    public Affiliation {
      evidence = ClaimIdentity.some(evidence, "evidence");
    }
  }

  /// A state or body reacts; the claimant is the body that acts, the day said the day of the act.
  ///
  /// @param document where it was found
  /// @param saying who acts
  /// @param kind what it does; empty where none of the kinds fits
  /// @param target whom it is done to; empty if the text does not tell
  /// @param incident the operation; empty if it answers several or none in particular
  /// @param evidence one range or more
  record Response(DocumentId document, Saying saying, Optional<ResponseKind> kind, List<Party> target,
      Optional<IncidentAccount> incident, List<Evidence> evidence) implements Claim {
    /// Copies the lists.
    public Response {
      target = List.copyOf(target);
      evidence = ClaimIdentity.some(evidence, "evidence");
    }
  }

  /// What was reached, taken, stopped or spared.
  ///
  /// @param document where it was found
  /// @param saying who says it
  /// @param incident the operation; empty if the text does not tell which
  /// @param what the thing reached, in the words of the text
  /// @param polarity negated for "found no evidence that …"
  /// @param evidence one range or more
  record Impact(DocumentId document, Saying saying, Optional<IncidentAccount> incident, String what, Polarity polarity,
      List<Evidence> evidence) implements Claim {
    /// Copies the list.
    public Impact {
      evidence = ClaimIdentity.some(evidence, "evidence");
    }
  }

  /// How it was done.
  ///
  /// @param document where it was found
  /// @param saying who says it
  /// @param incident the operation; empty if the text does not tell which
  /// @param what the means, in the words of the text
  /// @param polarity negated where the means is said not to have been used
  /// @param vulnerabilities CVE ids named, upper case
  /// @param techniques ATT&amp;CK technique ids named
  /// @param evidence one range or more
  record Method(DocumentId document, Saying saying, Optional<IncidentAccount> incident, String what, Polarity polarity,
      List<String> vulnerabilities, List<String> techniques, List<Evidence> evidence) implements Claim {
    /// Copies the lists.
    public Method {
      vulnerabilities = List.copyOf(vulnerabilities);
      techniques = List.copyOf(techniques);
      evidence = ClaimIdentity.some(evidence, "evidence");
    }
  }
}
