package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.List;
import org.tingbok.claim.Claim;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.Polarity;
import org.tingbok.vocabulary.ResponseKind;

/// A claim in one sentence of ours, built from its slots: for lists. The claim's own words are its evidence.
final class Gist {
  /// How a means begins that needs no "by" before it.
  private static final java.util.regex.Pattern METHOD_OWN_WORD =
      java.util.regex.Pattern.compile("(?:by|through|via|with|using|from) ", java.util.regex.Pattern.CASE_INSENSITIVE);

  private Gist() {
  }

  static List<Phrase> of(Claim claim) {
    List<Phrase> gist = new ArrayList<>(Phrase.listed(claimants(claim)));
    boolean many = claim.saying().claimants().size() > 1 || plural(claim.saying().claimants().getFirst());
    switch (claim) {
      case Claim.Attribution attribution -> {
        say(gist, many ? " hold " : " holds ");
        gist.addAll(Phrase.listed(accused(attribution.accused())));
        say(gist, " responsible" + hedge(claim));
      }
      case Claim.NonAttribution non when non.withdraws() -> {
        say(gist, many ? " take back that it was " : " takes back that it was ");
        gist.addAll(non.accused().isEmpty() ? List.of(Phrase.plain("whom it had named"))
            : Phrase.listed(accused(non.accused())));
      }
      case Claim.NonAttribution non when !non.accused().isEmpty() -> {
        say(gist, many ? " do not confirm " : " does not confirm ");
        gist.addAll(Phrase.listed(accused(non.accused())));
      }
      case Claim.NonAttribution _ -> say(gist, many ? " name nobody" : " names nobody");
      case Claim.Denial _ -> say(gist, many ? " deny it" : " denies it");
      case Claim.Alias alias -> {
        say(gist, ": ");
        gist.add(Phrase.accused(alias.first().name()));
        say(gist, " " + words(alias.relation()) + " ");
        gist.add(Phrase.accused(alias.second().name()));
      }
      case Claim.Affiliation affiliation -> {
        say(gist, ": ");
        gist.add(Phrase.accused(affiliation.actor().name()));
        say(gist, " " + words(affiliation.relation()) + " ");
        gist.add(Phrase.accused(affiliation.sponsor().name()));
        say(gist, hedge(claim));
      }
      case Claim.Response response -> {
        say(gist, " " + response.kind().map(kind -> verb(kind, many)).orElse(many ? "respond" : "responds"));
        if (!response.target().isEmpty()) {
          say(gist, response.kind().map(Gist::preposition).orElse(" to "));
          gist.addAll(Phrase.listed(response.target().stream().map(Party::name).map(Phrase::claimant).toList()));
        }
      }
      case Claim.Impact impact -> say(gist,
          ": " + (impact.polarity() == Polarity.NEGATED ? "not affected: " : "affected: ") + impact.what());
      case Claim.Method method -> say(gist,
          ": " + (method.polarity() == Polarity.NEGATED ? "not " : "")
              + (METHOD_OWN_WORD.matcher(method.what()).lookingAt() ? "" : "by ")
              + method.what());
    }
    return List.copyOf(gist);
  }

  /// "Western officials", "some analysts".
  private static boolean plural(Party party) {
    return party.kind() == PartyKind.DESCRIBED && party.name().endsWith("s");
  }

  static List<Phrase> claimants(Claim claim) {
    return claim.saying().claimants().stream().map(Party::name).map(Phrase::claimant).toList();
  }

  private static List<Phrase> accused(List<Party> parties) {
    return parties.stream().map(Party::name).map(Phrase::accused).toList();
  }

  private static void say(List<Phrase> gist, String words) {
    gist.add(Phrase.plain(words));
  }

  private static String hedge(Claim claim) {
    CertaintyLevel level = claim.saying().certainty().level();
    return level == CertaintyLevel.ASSERTED ? "" : " (" + words(level) + ")";
  }

  static String words(CertaintyLevel level) {
    return switch (level) {
      case ASSERTED -> "asserted";
      case HIGH -> "high certainty";
      case MODERATE -> "moderate certainty";
      case LOW -> "low certainty";
    };
  }

  static String words(AliasRelation relation) {
    return switch (relation) {
      case SAME -> "is the same as";
      case OVERLAP -> "overlaps with";
      case FORMER -> "was formerly";
      case PART_OF -> "is part of";
      case DISTINCT -> "is not";
    };
  }

  static String words(AffiliationRelation relation) {
    return switch (relation) {
      case ON_BEHALF_OF -> "acts for";
      case PART_OF -> "belongs to";
      case SUPPORTED_BY -> "is supported by";
      case LINKED_TO -> "is linked to";
    };
  }

  private static String verb(ResponseKind kind, boolean many) {
    return switch (kind) {
      case PROTEST -> many ? "protest" : "protests";
      case SUMMONS -> many ? "summon" : "summons";
      case INDICTMENT -> many ? "indict" : "indicts";
      case WARRANT -> many ? "issue a warrant" : "issues a warrant";
      case ARREST -> many ? "arrest" : "arrests";
      case SANCTION -> many ? "sanction" : "sanctions";
      case EXPULSION -> many ? "expel" : "expels";
      case CONDEMNATION -> many ? "condemn" : "condemns";
      case ADVISORY -> many ? "warn" : "warns";
      case TAKEDOWN -> many ? "take down" : "takes down";
      case REWARD -> many ? "offer a reward" : "offers a reward";
      case COUNTER_OPERATION -> many ? "strike back" : "strikes back";
    };
  }

  private static String preposition(ResponseKind kind) {
    return switch (kind) {
      case PROTEST -> " to ";
      case WARRANT, REWARD -> " for ";
      case ADVISORY -> " of ";
      case COUNTER_OPERATION -> " against ";
      case SUMMONS, INDICTMENT, ARREST, SANCTION, EXPULSION, CONDEMNATION, TAKEDOWN -> " ";
    };
  }
}
