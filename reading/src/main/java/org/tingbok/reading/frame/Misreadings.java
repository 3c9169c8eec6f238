package org.tingbok.reading.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.vocabulary.ClaimType;

/// Puts right what was read of one sentence where its claims contradict each other or the words around them.
///
/// Certainty is no doubt, a victim is not who is left open, an accuser is not whom a condemnation is aimed at. Stateless.
public final class Misreadings {
  private static final Pattern NO_DOUBT = Pattern.compile(
      "\\b(?:no doubts?|without (?:a )?doubt|aucun doute|sans (?:aucun )?doute|keine[nr]? zweifel|ohne zweifel|ingen tvil|uten tvil|ninguna duda|"
          + "no cabe duda|sin (?:ninguna )?duda)\\b(?! (?:as to )?(?:who|about who))",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern NOTHING_EXCLUDED = Pattern.compile(
      "\\b(?:no descartan? (?:ninguna|nada)|not? rul(?:e|es|ed|ing) (?:out )?(?:anything|any)|rul(?:e|es|ed) nothing out|n['’]exclut (?:rien|aucune)|"
          + "schließt nichts aus|utelukker (?:ingenting|ikke noe))\\b",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern WITHHELD = Pattern.compile(
      "\\b(?:who|whom|whose|name[ds]?|hvem|wer|wen|qui|qui[eé]n(?:es)?|evidence|proof|attribut\\w*|preuves?|beweise?|bevis|pruebas)\\b",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Set<String> SORTS =
      Set.of("state", "country", "government", "group", "actor", "nation", "staten", "landet", "staat",
          "land", "état", "pays", "estado", "país", "gruppen", "gruppe", "groupe", "grupo");
  private static final Pattern OTHERS = Pattern.compile(
      "(?iu)(?:(?:\\p{L}+|\\d+) )?(?:others?|autres|andere|andre|otr[oa]s)");
  /// Responses that are aimed at whoever did it, never at who told of it.
  private static final Set<String> AIMED = Set.of("condemnation", "sanction", "protest");

  private Misreadings() {
  }

  /// The claims of a sentence without what they cannot mean.
  ///
  /// @param drafts what a sentence was read as
  /// @param words the sentence
  /// @param earlier claims of the sentences before
  /// @return the same, some put right, some left out
  public static List<ClaimDraft> without(List<ClaimDraft> drafts, String words, List<ClaimDraft> earlier) {
    List<ClaimDraft> kept = new ArrayList<>();
    for (ClaimDraft draft : drafts) {
      switch (draft.type()) {
        case NON_ATTRIBUTION -> withheld(draft, drafts, words).ifPresent(kept::add);
        case AFFILIATION -> tie(draft).ifPresent(kept::add);
        case RESPONSE -> kept.add(aimed(draft, earlier));
        case ATTRIBUTION -> {
          if (drafts.stream().noneMatch(other -> takesBack(other, draft))) {
            kept.add(withoutReluctant(draft, drafts));
          }
        }
        case DENIAL -> kept.add(withoutAccusers(draft, drafts));
        case ALIAS, IMPACT, METHOD -> kept.add(draft);
      }
    }
    return kept;
  }

  /// "A blames B, while C stopped short of naming B": C does not blame B along with A.
  private static ClaimDraft withoutReluctant(ClaimDraft accusation, List<ClaimDraft> drafts) {
    List<Party> others = accusation.claimant().parties().stream().filter(party -> drafts.stream().noneMatch(
        draft -> draft.type() == ClaimType.NON_ATTRIBUTION && draft.claimant().parties().contains(party)
            && draft.first().stream().anyMatch(accusation.first()::contains)))
        .toList();
    return others.isEmpty() || others.size() == accusation.claimant().parties().size() ? accusation
        : accusation.by(new Phrase(others, accusation.claimant().speaker(), accusation.claimant().anaphoric()));
  }

  /// "A blames B for it, B rejects that": whoever accuses denies nothing beside whom they accuse.
  private static ClaimDraft withoutAccusers(ClaimDraft denial, List<ClaimDraft> drafts) {
    List<Party> others = denial.claimant().parties().stream().filter(party -> drafts.stream().noneMatch(
        draft -> draft.type() == ClaimType.ATTRIBUTION && draft.claimant().parties().contains(party))).toList();
    return others.isEmpty() || others.size() == denial.claimant().parties().size() ? denial
        : denial.by(new Phrase(others, denial.claimant().speaker(), denial.claimant().anaphoric()));
  }

  private static Optional<ClaimDraft> withheld(ClaimDraft draft, List<ClaimDraft> drafts, String words) {
    if (draft.withdraws()) {
      Optional<ClaimDraft> taken = drafts.stream().filter(other -> takesBack(draft, other)).findFirst();
      return Optional
          .of(taken.filter(_ -> draft.first().isEmpty()).map(accusation -> draft.of(accusation.first(), List.of())
              .about(accusation.incident())).orElse(draft));
    }
    if (draft.first().isEmpty()) {
      boolean sure = NO_DOUBT.matcher(words).find() && !WITHHELD.matcher(words).find()
          || NOTHING_EXCLUDED.matcher(words).find();
      return sure ? Optional.empty() : Optional.of(draft);
    }
    List<Party> meant = draft.first().stream().filter(party -> !hit(draft, party)
        && !(party.kind() == PartyKind.DESCRIBED && SORTS.contains(party.name().toLowerCase(Locale.ROOT)))).toList();
    boolean emptied = meant.isEmpty() && NOTHING_EXCLUDED.matcher(words).find();
    return emptied ? Optional.empty()
        : Optional.of(meant.size() == draft.first().size() ? draft : draft.of(meant, List.of()));
  }

  private static boolean hit(ClaimDraft draft, Party party) {
    return party.kind() != PartyKind.STATE && party.kind() != PartyKind.THREAT_ACTOR && draft.incident()
        .filter(entry -> entry.victims().stream().anyMatch(victim -> victim.name().equals(party.name()))).isPresent();
  }

  /// "has withdrawn its report linking X to Y": the accusation is told as what is taken back.
  private static boolean takesBack(ClaimDraft withdrawal, ClaimDraft accusation) {
    return withdrawal.type() == ClaimType.NON_ATTRIBUTION && withdrawal.withdraws()
        && accusation.type() == ClaimType.ATTRIBUTION
        && withdrawal.claimant().parties().equals(accusation.claimant().parties());
  }

  /// Nobody tells of themselves as "five others"; persons run no groups of hackers; "hackers" without more are of no group yet.
  private static Optional<ClaimDraft> tie(ClaimDraft draft) {
    Party actor = draft.first().getFirst();
    Party sponsor = draft.second().getFirst();
    boolean person = sponsor.kind() == PartyKind.PERSON && actor.kind() == PartyKind.THREAT_ACTOR;
    boolean anybody = actor.kind() == PartyKind.DESCRIBED && actor.name().indexOf(' ') < 0
        && sponsor.kind() == PartyKind.THREAT_ACTOR;
    if (person || anybody) {
      return Optional.empty();
    }
    boolean others = draft.claimant().somebody() && draft.claimant().parties().stream()
        .allMatch(party -> OTHERS.matcher(party.name()).matches());
    return Optional.of(others ? draft.by(Phrase.NOBODY) : draft);
  }

  /// "Britain named Russia. The EU condemned it": not Britain.
  private static ClaimDraft aimed(ClaimDraft draft, List<ClaimDraft> earlier) {
    boolean atAccuser = draft.code().filter(AIMED::contains).isPresent() && !draft.first().isEmpty()
        && draft.first().stream().allMatch(party -> party.kind() == PartyKind.BODY && earlier.stream()
            .anyMatch(claim -> claim.claimant().parties().stream().anyMatch(one -> one.name().equals(party.name()))
                && claim.first().stream().noneMatch(one -> one.name().equals(party.name()))));
    List<Party> accused = atAccuser ? Accusation.last(earlier, draft.incident()) : List.of();
    return accused.isEmpty() ? draft : draft.of(accused, List.of());
  }
}
