package org.tingbok.reading.assembly;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.frame.ClaimDraft;
import org.tingbok.reading.frame.PropositionReader;
import org.tingbok.reading.labelling.Proposition;
import org.tingbok.vocabulary.ClaimType;

/// Brings together what frames and labeller found in one sentence.
///
/// Either may be right alone, but then has to be surer than where both see the same: a proposition that a frame confirms
/// may be improbable in itself, and a frame whose type of claim the labeller sees nowhere in the sentence is not believed.
/// Who makes a claim that both see the labeller tells better.
/// The thresholds were chosen on the gold documents that are not held back; see `docs/reading.md`.
final class Reconciliation {
  private static final float SECONDED = 0.15f; // from which a proposition may be the one that a frame found
  private static final float DOUBTED = 0.2f; // sum for a type below which a frame is not believed

  /// Frames of words that mean much else: a deed told by a common verb, a link that may be one of names.
  private static final Set<String> NEEDS_SECONDING = Set.of("hit", "carry-out", "boast", "concur",
      "bear-responsibility", "be-involved", "intrusion-by", "come-from", "ask-for-evidence", "nothing-to-do");

  /// Those of them that are believed where somebody is told to say so.
  private static final Set<String> TOLD = Set.of("come-from", "bear-responsibility", "concur", "be-involved");

  /// Those of them that are believed where somebody is told to say so of a group of hackers.
  private static final Set<String> TOLD_OF_GROUPS = Set.of("hit", "carry-out");

  /// Frames that tell who did it without a word of accusing, so that what embeds them may take it back.
  private static final Set<String> DEEDS =
      Set.of("hit", "carry-out", "be-behind", "stand-behind", "be-responsible", "work-of");

  /// Names beside a name that nobody is quoted for: the publication's own words.
  private static final Set<String> GLOSS = Set.of("alias-known-as", "alias-aka", "alias-may-know",
      "alias-corresponds");

  /// Frames by which somebody claims a deed.
  private static final Set<String> OF_ONESELF = Set.of("claim-credit", "claim-for-oneself", "boast");

  /// Frames of linking: "linked it to the ministry" may as well be said of a group.
  private static final Set<String> LINKING = Set.of("attribute", "tie-actor-to-operation");

  private Reconciliation() {}

  static List<ClaimDraft> of(List<ClaimDraft> framed, List<Proposition> propositions, PropositionReader reader) {
    List<ClaimDraft> read = new ArrayList<>();
    List<ClaimDraft> left = new ArrayList<>(framed);
    Map<ClaimType, Float> sums = new EnumMap<>(ClaimType.class);
    for (Proposition proposition : propositions) {
      sums.merge(proposition.type(), proposition.probability(), Float::sum);
      boolean alone = proposition.probability() > alone(proposition.type());
      boolean seconded = proposition.probability() > SECONDED
          && left.stream().anyMatch(draft -> draft.type() == proposition.type());
      Optional<ClaimDraft> tie = tie(proposition, left);
      if (tie.isPresent()) {
        left.remove(tie.get());
        read.add(tie.get());
        continue;
      }
      for (ClaimDraft draft : alone || seconded ? reader.read(proposition) : List.<ClaimDraft>of()) {
        if (read.stream().anyMatch(other -> twice(other, draft))
            || left.stream().anyMatch(other -> boasted(other, draft))) {
          continue;
        }
        List<ClaimDraft> same = left.stream().filter(other -> agree(other, draft)).toList();
        left.removeAll(same);
        if (!same.isEmpty()) {
          same.forEach(
              other -> read.add(given(other) || !draft.claimant().somebody()
                  || !alone && other.claimant().parties().size() > 1 ? other : other.by(draft.claimant())));
        } else if (alone && reader.believable(proposition, draft)) {
          read.add(draft);
        }
      }
    }
    for (ClaimDraft draft : left) {
      boolean seen = sums.getOrDefault(draft.type(), 0f) > DOUBTED;
      boolean linked = LINKING.contains(draft.frame())
          && framed.stream().anyMatch(other -> other.type() == ClaimType.AFFILIATION);
      if (seen ? read.stream().noneMatch(other -> crosses(other, draft)) : certain(draft) && !linked) {
        read.add(draft);
      }
    }
    read.removeIf(
        draft -> draft.type() == ClaimType.ATTRIBUTION && read.stream().anyMatch(other -> withheld(draft, other)));
    read.removeIf(draft -> draft.type() == ClaimType.NON_ATTRIBUTION
        && read.stream().anyMatch(other -> other.type() == ClaimType.DENIAL && answers(other, draft)));
    read.removeIf(
        draft -> draft.type() == ClaimType.DENIAL && read.stream().anyMatch(other -> ofAnother(other, draft)));
    return once(read);
  }

  /// "McAfee denied that it was the work of North Korea": who rejects what others are accused of denies nothing of their own.
  private static boolean ofAnother(ClaimDraft withheld, ClaimDraft denial) {
    return withheld.type() == ClaimType.NON_ATTRIBUTION && !withheld.first().isEmpty()
        && withheld.evidence().get(0).overlaps(denial.evidence().get(0))
        && withheld.claimant().somebody() && withheld.claimant().parties().equals(denial.claimant().parties())
        && denial.claimant().parties().stream().allMatch(party -> party.kind() == PartyKind.ORGANISATION)
        && !meet(withheld.first(), denial.claimant().parties());
  }

  /// "X claimed responsibility on its Telegram channel": who claims a deed accuses nobody else with the same words.
  private static boolean boasted(ClaimDraft boast, ClaimDraft draft) {
    return OF_ONESELF.contains(boast.frame()) && draft.type() == ClaimType.ATTRIBUTION && crosses(boast, draft)
        && !boast.first().isEmpty() && boast.claimant().parties().equals(draft.claimant().parties())
        && !meet(boast.first(), draft.first());
  }

  /// "says that you have no evidence", "wrote that it did not do it": who rejects an accusation withholds no name.
  private static boolean answers(ClaimDraft denial, ClaimDraft withheld) {
    return denial.claimant().somebody() && meet(denial.claimant().parties(), withheld.claimant().parties())
        && withheld.claimant().somebody() && denial.evidence().get(0).overlaps(withheld.evidence().get(0))
        && meet(withheld.first(), denial.claimant().parties());
  }

  /// "had linked X with the service": where the labeller sees an accusation without an operation, a frame of linking that has
  /// both ends knows better.
  private static Optional<ClaimDraft> tie(Proposition proposition, List<ClaimDraft> left) {
    boolean plain = proposition.type() == ClaimType.ATTRIBUTION && proposition.incident().isEmpty();
    return !plain ? Optional.empty()
        : left.stream().filter(draft -> draft.type() == ClaimType.AFFILIATION
            && draft.frame().equals("linked-to") && draft.evidence().get(0).start() <= proposition.predicate().start()
            && proposition.predicate().end() <= draft.evidence().get(0).end()).findFirst();
  }

  /// Whether a pattern has told who makes the claim: who gives a name, or who boasts of a deed, whoever passes that on.
  private static boolean given(ClaimDraft draft) {
    return GLOSS.contains(draft.frame()) || draft.claimant().somebody() && (draft.type() == ClaimType.ALIAS
        || draft.type() == ClaimType.ATTRIBUTION && draft.claimant().parties().equals(draft.first()));
  }

  /// The probability from which a proposition needs no frame: where frames cover a type well, what they miss is seldom one.
  private static float alone(ClaimType type) {
    return switch (type) {
      case ATTRIBUTION, DENIAL -> 0.9f;
      case RESPONSE -> 0.95f;
      case NON_ATTRIBUTION -> 0.8f;
      case ALIAS, AFFILIATION, IMPACT, METHOD -> 0.7f;
    };
  }

  /// Whether a frame's words are so plain that it is believed where the labeller sees nothing.
  private static boolean certain(ClaimDraft draft) {
    return switch (draft.type()) {
      case ATTRIBUTION -> (!NEEDS_SECONDING.contains(draft.frame())
          || TOLD.contains(draft.frame()) && draft.claimant().somebody()
          || TOLD_OF_GROUPS.contains(draft.frame()) && draft.claimant().somebody()
              && draft.first().stream().allMatch(party -> party.kind() == PartyKind.THREAT_ACTOR))
          && draft.first().stream().anyMatch(
              party -> party.kind() == PartyKind.THREAT_ACTOR || party.kind() == PartyKind.STATE
                  || party.kind() == PartyKind.BODY && !draft.frame().equals("claim-credit"));
      case DENIAL -> !NEEDS_SECONDING.contains(draft.frame()) || draft.frame().equals("nothing-to-do")
          && draft.claimant().parties().stream().anyMatch(party -> party.kind() == PartyKind.STATE
              || party.kind() == PartyKind.THREAT_ACTOR);
      case RESPONSE -> true;
      case NON_ATTRIBUTION -> !draft.frame().equals("confirm-nor-deny");
      case ALIAS, AFFILIATION, IMPACT, METHOD -> false;
    };
  }

  /// Whether two claims of one type rest on the same words, so that one of them misreads them.
  private static boolean crosses(ClaimDraft one, ClaimDraft other) {
    return one.type() == other.type() && switch (one.type()) {
      case ATTRIBUTION, RESPONSE -> one.evidence().get(0).overlaps(other.evidence().get(0));
      case NON_ATTRIBUTION, DENIAL, ALIAS, AFFILIATION, IMPACT, METHOD -> false;
    };
  }

  /// "could not say for certain that X had done it" withholds what its inner clause alone would claim.
  private static boolean withheld(ClaimDraft accusation, ClaimDraft other) {
    boolean toldOnly = DEEDS.contains(accusation.frame()) || accusation.frame().startsWith("label-");
    return toldOnly && other.type() == ClaimType.NON_ATTRIBUTION && !other.first().isEmpty()
        && meet(accusation.first(), other.first())
        && accusation.evidence().get(0).overlaps(other.evidence().get(0))
        && (!accusation.claimant().somebody() || !other.claimant().somebody()
            || meet(accusation.claimant().parties(), other.claimant().parties()));
  }

  /// One accusation found by two frames ("holds responsible", "responsible for") is one claim: that which names a claimant.
  private static List<ClaimDraft> once(List<ClaimDraft> read) {
    List<ClaimDraft> kept = new ArrayList<>();
    for (ClaimDraft draft : read) {
      boolean repeated = false;
      for (int i = 0; i < kept.size() && !repeated; i++) {
        ClaimDraft other = kept.get(i);
        boolean alike = crosses(draft, other) && meet(draft.first(), other.first()) && draft.code().equals(other.code())
            && draft.incident().equals(other.incident());
        boolean silent = !draft.claimant().somebody() || !other.claimant().somebody();
        if (alike && (silent || draft.claimant().parties().equals(other.claimant().parties()))) {
          kept.set(i, other.claimant().somebody() ? other : draft);
          repeated = true;
        }
      }
      if (!repeated) {
        kept.add(draft);
      }
    }
    return kept.stream().filter(draft -> kept.stream().noneMatch(other -> namesWhom(other, draft))).toList();
  }

  /// "would not confirm that X was responsible" withholds X's name; that it names nobody adds nothing.
  private static boolean namesWhom(ClaimDraft draft, ClaimDraft nobody) {
    return draft.type() == ClaimType.NON_ATTRIBUTION && nobody.type() == ClaimType.NON_ATTRIBUTION
        && !draft.first().isEmpty() && nobody.first().isEmpty()
        && draft.evidence().get(0).overlaps(nobody.evidence().get(0))
        && draft.claimant().parties().equals(nobody.claimant().parties()) && draft.incident().equals(nobody.incident());
  }

  /// The same pair of names the other way round, or a claim that another word of the sentence has made already.
  private static boolean twice(ClaimDraft one, ClaimDraft other) {
    return agree(one, other) && one.code().equals(other.code()) && !one.first().isEmpty() && !other.first().isEmpty()
        && one.incident().equals(other.incident())
        && (one.type() != ClaimType.ATTRIBUTION || !other.claimant().somebody()
            || one.claimant().parties().equals(other.claimant().parties()))
        && (one.type() != ClaimType.AFFILIATION || meet(one.first(), other.first()));
  }

  private static boolean agree(ClaimDraft one, ClaimDraft other) {
    return one.type() == other.type() && switch (one.type()) {
      case ATTRIBUTION, RESPONSE -> meet(one.first(), other.first());
      case ALIAS, AFFILIATION -> meet(one.first(), other.first()) && meet(one.second(), other.second())
          || meet(one.first(), other.second()) && meet(one.second(), other.first());
      case NON_ATTRIBUTION, DENIAL -> true;
      case IMPACT, METHOD -> one.evidence().get(0).overlaps(other.evidence().get(0));
    };
  }

  private static boolean meet(List<Party> one, List<Party> other) {
    return one.isEmpty() || other.isEmpty()
        || one.stream().anyMatch(a -> other.stream().anyMatch(b -> a.name().equalsIgnoreCase(b.name())));
  }
}
