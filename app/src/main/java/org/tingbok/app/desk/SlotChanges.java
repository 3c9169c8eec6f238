package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Saying;
import org.tingbok.claim.Slot;
import org.tingbok.claim.Speaker;
import org.tingbok.document.Document;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;
import org.tingbok.vocabulary.ResponseKind;
import org.tingbok.vocabulary.SlotRole;

/// What a claim says instead, slot by slot, as somebody types it. A blank or empty slot stays as it is. A party is `NAME`,
/// `NAME=KIND` or `NAME=KIND,STATE`.
///
/// @param type another type of claim
/// @param claimants who says it
/// @param speaker the person who speaks for them, `NAME` or `NAME=ROLE`
/// @param accused who is held responsible, or not confirmed
/// @param withdraws of a non-attribution, `true` or `false`: whether an accusation is taken back
/// @param names of an alias: its two names
/// @param actor of an affiliation
/// @param sponsor of an affiliation
/// @param relation of an alias or affiliation
/// @param kind of a response
/// @param targets of a response: whom it is made to
/// @param what of an impact or method
/// @param polarity of an impact or method, `affirmed` or `negated`
/// @param certainty `LEVEL` or `LEVEL=WORDS`
/// @param said a date, or `unknown`
/// @param noIncident that it is about no operation in particular
/// @param evidence where it stands in the canonical text, `START-END` for each place
public record SlotChanges(String type,
    List<String> claimants,
    String speaker,
    List<String> accused,
    String withdraws,
    List<String> names,
    String actor,
    String sponsor,
    String relation,
    String kind,
    List<String> targets,
    String what,
    String polarity,
    String certainty,
    String said,
    boolean noIncident,
    List<String> evidence) {
  /// Changes nothing.
  public static final SlotChanges NONE = new SlotChanges("", List.of(), "", List.of(), "", List.of(), "", "", "", "",
      List.of(), "", "", "", "", false, List.of());

  /// Copies the lists.
  public SlotChanges {
    claimants = List.copyOf(claimants);
    accused = List.copyOf(accused);
    names = List.copyOf(names);
    targets = List.copyOf(targets);
    evidence = List.copyOf(evidence);
  }

  /// The same without places, where somebody else says where it stands.
  SlotChanges withoutPlaces() {
    return new SlotChanges(type, claimants, speaker, accused, withdraws, names, actor, sponsor, relation, kind, targets,
        what, polarity, certainty, said, noIncident, List.of());
  }

  /// The claim with the slots that were named.
  ///
  /// @param was the claim as it stands
  /// @param document where it stands
  /// @return another claim
  /// @throws BadInputException `CORRECTION_SLOT` if the type has no such slot or needs one that nobody named,
  ///     `CORRECTION_NONE` if nothing is said otherwise
  public Claim applied(Claim was, Document document) {
    Claim corrected = filled(was, document, _ -> Optional.empty());
    if (corrected.equals(was)) {
      throw new BadInputException("CORRECTION_NONE",
          "nothing is said otherwise; name a slot, such as --accused NAME, or use 'rule confirm'");
    }
    return corrected;
  }

  /// The same, where somebody knows parties by what is typed; whether anything is said otherwise is not looked at.
  Claim filled(Claim was, Document document, Function<String, Optional<Party>> known) {
    ClaimType to = type.isBlank() ? was.type() : word(ClaimType.class, "--type", ClaimType.values(), type);
    refuseForeign(to);
    Saying saying = saying(was.saying(), known);
    Optional<IncidentAccount> incident = noIncident ? Optional.empty() : was.account();
    List<Evidence> places = evidence.isEmpty() ? was.evidence()
        : evidence.stream().map(place -> place(place, document)).toList();
    return switch (to) {
      case ATTRIBUTION -> new Claim.Attribution(was.document(), saying,
          needed("--accused", parties(accused, was, known, SlotRole.ACCUSED)), incident, places);
      case NON_ATTRIBUTION -> new Claim.NonAttribution(was.document(), saying,
          parties(accused, was, known, SlotRole.ACCUSED), incident, withdraws.isBlank()
              ? was instanceof Claim.NonAttribution non && non.withdraws()
              : withdraws.strip().equals("true"),
          places);
      case DENIAL -> new Claim.Denial(was.document(), saying, incident, places);
      case ALIAS -> {
        List<Party> pair = parties(names, was, known, SlotRole.NAMED);
        if (pair.size() != 2) {
          throw new BadInputException("CORRECTION_SLOT", "an alias has two names; give --name twice");
        }
        yield new Claim.Alias(was.document(), saying, pair.get(0), pair.get(1), relation.isBlank()
            ? Optional.of(was).filter(Claim.Alias.class::isInstance).map(Claim.Alias.class::cast)
                .map(Claim.Alias::relation).orElseThrow(() -> missing("--relation"))
            : word(AliasRelation.class, "--relation", AliasRelation.values(), relation), places);
      }
      case AFFILIATION -> new Claim.Affiliation(was.document(), saying,
          needed("--actor", parties(listed(actor), was, known, SlotRole.ACTOR)).getFirst(),
          needed("--sponsor", parties(listed(sponsor), was, known, SlotRole.SPONSOR)).getFirst(), relation.isBlank()
              ? Optional.of(was).filter(Claim.Affiliation.class::isInstance).map(Claim.Affiliation.class::cast)
                  .map(Claim.Affiliation::relation).orElseThrow(() -> missing("--relation"))
              : word(AffiliationRelation.class, "--relation", AffiliationRelation.values(), relation),
          places);
      case RESPONSE -> new Claim.Response(was.document(), saying, kind.isBlank()
          ? was instanceof Claim.Response response ? response.kind() : Optional.empty()
          : Optional.of(word(ResponseKind.class, "--kind", ResponseKind.values(), kind)),
          parties(targets, was, known, SlotRole.TARGET), incident, places);
      case IMPACT -> new Claim.Impact(was.document(), saying, incident, what(was), polarity(was), places);
      case METHOD -> new Claim.Method(was.document(), saying, incident, what(was), polarity(was),
          was instanceof Claim.Method method ? method.vulnerabilities() : List.of(),
          was instanceof Claim.Method method ? method.techniques() : List.of(), places);
    };
  }

  /// Refuses slots that the type does not have, so that nobody believes to have said what is dropped.
  private void refuseForeign(ClaimType to) {
    boolean accusing = to == ClaimType.ATTRIBUTION || to == ClaimType.NON_ATTRIBUTION;
    boolean thing = to == ClaimType.IMPACT || to == ClaimType.METHOD;
    foreign(!accused.isEmpty() && !accusing, to, "--accused");
    foreign(!withdraws.isBlank() && to != ClaimType.NON_ATTRIBUTION, to, "--withdraws");
    foreign(!names.isEmpty() && to != ClaimType.ALIAS, to, "--name");
    foreign(!(actor + sponsor).isBlank() && to != ClaimType.AFFILIATION, to, "--actor and --sponsor");
    foreign(!relation.isBlank() && to != ClaimType.ALIAS && to != ClaimType.AFFILIATION, to, "--relation");
    foreign((!kind.isBlank() || !targets.isEmpty()) && to != ClaimType.RESPONSE, to, "--kind and --target");
    foreign(!(what + polarity).isBlank() && !thing, to, "--what and --polarity");
  }

  private static void foreign(boolean given, ClaimType to, String slot) {
    if (given) {
      throw new BadInputException("CORRECTION_SLOT", "a claim of type " + to.code() + " has no " + slot);
    }
  }

  private static List<Party> needed(String option, List<Party> values) {
    if (values.isEmpty()) {
      throw missing(option);
    }
    return values;
  }

  private static BadInputException missing(String option) {
    return new BadInputException("CORRECTION_SLOT", "that type of claim needs " + option);
  }

  private String what(Claim was) {
    return !what.isBlank() ? what : switch (was) {
      case Claim.Impact impact -> impact.what();
      case Claim.Method method -> method.what();
      case Claim.Attribution _, Claim.NonAttribution _, Claim.Denial _, Claim.Alias _, Claim.Affiliation _, Claim.Response _ ->
        throw missing("--what");
    };
  }

  private Polarity polarity(Claim was) {
    return !polarity.isBlank() ? word(Polarity.class, "--polarity", Polarity.values(), polarity) : switch (was) {
      case Claim.Impact impact -> impact.polarity();
      case Claim.Method method -> method.polarity();
      case Claim.Attribution _, Claim.NonAttribution _, Claim.Denial _, Claim.Alias _, Claim.Affiliation _, Claim.Response _ ->
        Polarity.AFFIRMED;
    };
  }

  private Saying saying(Saying was, Function<String, Optional<Party>> known) {
    List<Party> who = new ArrayList<>();
    claimants.forEach(typed -> who.add(party(typed, was.claimants(), known, PartyKind.ORGANISATION)));
    Optional<Speaker> speaks = speaker.isBlank() ? was.speaker()
        : Optional.of(new Speaker(before(speaker), after(speaker)));
    Certainty sure = certainty.isBlank() ? was.certainty()
        : new Certainty(word(CertaintyLevel.class, "--certainty", CertaintyLevel.values(), before(certainty)),
            after(certainty), was.certainty().likelihood(), was.certainty().confidence());
    PartialDate day = said.isBlank() ? was.saidOn()
        : said.strip().equals("unknown") ? PartialDate.NOT_STATED : PartialDate.parse(said.strip());
    return new Saying(who.isEmpty() ? was.claimants() : who, speaks, was.ownVoice() && who.isEmpty(),
        was.reportedBy(), sure, day, was.readBy()).added(was.added());
  }

  private static List<Party> parties(List<String> typed, Claim was, Function<String, Optional<Party>> known,
      SlotRole role) {
    List<Party> before = was.slots().stream().filter(slot -> slot.role() == role).map(Slot::party).toList();
    return typed.isEmpty() ? before
        : typed.stream()
            .map(one -> party(one, before, known, PartyKind.THREAT_ACTOR)).toList();
  }

  /// A party as it is typed. What is not typed is as of the party of that name, or of the one whose place it takes.
  private static Party party(String typed, List<Party> before, Function<String, Optional<Party>> known,
      PartyKind usual) {
    String name = before(typed);
    Optional<Party> same = before.stream().filter(one -> NameKey.of(one.name()).equals(NameKey.of(name))).findFirst();
    Optional<String> more = after(typed);
    if (more.isEmpty()) {
      return same.or(() -> known.apply(name))
          .orElseGet(() -> new Party(name, before.isEmpty() ? usual : before.getFirst().kind(),
              Optional.empty(), name));
    }
    String[] parts = more.get().split(",", 2);
    PartyKind kind = word(PartyKind.class, "the kind of " + name, PartyKind.values(), parts[0]);
    return new Party(name, kind, parts.length < 2 ? Optional.empty() : Optional.of(Lookup.state(parts[1])),
        same.map(Party::text).orElse(name));
  }

  private static List<String> listed(String typed) {
    return typed.isBlank() ? List.of() : List.of(typed);
  }

  private static String before(String typed) {
    int sign = typed.indexOf('=');
    String name = (sign < 0 ? typed : typed.substring(0, sign)).strip();
    if (name.isEmpty()) {
      throw new BadInputException("CORRECTION_SLOT", "'" + typed + "' names nobody");
    }
    return name;
  }

  private static Optional<String> after(String typed) {
    int sign = typed.indexOf('=');
    return sign < 0 ? Optional.empty() : Optional.of(typed.substring(sign + 1).strip());
  }

  static Evidence place(String typed, Document document) {
    String[] ends = typed.strip().split("-", 2);
    try {
      int start = Integer.parseInt(ends[0]);
      int end = ends.length < 2 ? start : Integer.parseInt(ends[1]);
      if (start >= 0 && end > start && end <= document.text().length()) {
        return new Evidence(start, end, document.text().substring(start, end));
      }
    } catch (NumberFormatException e) {
      throw new BadInputException("CORRECTION_PLACE", "'" + typed + "' is no place of a text; give START-END", e);
    }
    throw new BadInputException("CORRECTION_PLACE",
        "'" + typed + "' is no place of " + document.source() + ", which has "
            + document.text().length() + " code units");
  }

  private static <E extends Enum<E> & Coded> E word(Class<E> vocabulary, String option, E[] every, String typed) {
    return Coded.find(vocabulary, typed.strip().toLowerCase(java.util.Locale.ROOT))
        .orElseThrow(() -> new BadInputException("USAGE", option + " '" + typed + "': one of "
            + Arrays.stream(every).map(Coded::code).collect(Collectors.joining(", "))));
  }
}
