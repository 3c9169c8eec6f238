package org.tingbok.store;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Slot;
import org.tingbok.document.Document;
import org.tingbok.ledger.SaidTime;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.PartyKind;
import org.tingbok.query.WordForms;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.SlotRole;

/// What a claim is found by, as the tables hold it.
///
/// @param what type, certainty, and whether it has several quotes
/// @param kinds a bit for each role and sort of party
/// @param newest the last day it can have been said, negated
/// @param said when it was said: its own date, else its document's
/// @param event when the operation happened
/// @param terms what it can be found by, [Terms#EVERY] included; each once
record ClaimRow(int what, long kinds, long newest, PartialDate said, PartialDate event, List<Long> terms) {
  /// Copies the list.
  ClaimRow {
    terms = List.copyOf(terms);
  }

  /// Numbers that tables hold: a new one goes to the end.
  static final List<ClaimType> TYPES = List.of(ClaimType.ATTRIBUTION, ClaimType.NON_ATTRIBUTION, ClaimType.DENIAL,
      ClaimType.ALIAS, ClaimType.AFFILIATION, ClaimType.RESPONSE, ClaimType.IMPACT, ClaimType.METHOD);
  static final List<SlotRole> ROLES = List.of(SlotRole.CLAIMANT, SlotRole.ACCUSED, SlotRole.VICTIM, SlotRole.TARGET,
      SlotRole.NAMED, SlotRole.ACTOR, SlotRole.SPONSOR);
  static final List<PartyKind> KINDS = List.of(PartyKind.STATE, PartyKind.BODY, PartyKind.ORGANISATION,
      PartyKind.THREAT_ACTOR, PartyKind.PERSON, PartyKind.DESCRIBED);
  /// A fifth certainty needs another number here, and the tables made anew.
  static final List<CertaintyLevel> CERTAINTIES =
      List.of(CertaintyLevel.ASSERTED, CertaintyLevel.HIGH, CertaintyLevel.MODERATE, CertaintyLevel.LOW);

  private static final int MOST_KINDS = 8;

  static ClaimRow of(Claim claim, Document document) {
    SaidTime said = SaidTime.of(claim, document);
    Optional<IncidentAccount> account = claim.account();
    long kinds = 0;
    Set<Long> terms = new LinkedHashSet<>();
    terms.add(Terms.EVERY);
    for (Slot slot : claim.slots()) {
      kinds |= kind(slot.role(), slot.party().kind());
      terms.add(Terms.party(slot.role(), NameKey.of(slot.party().name())));
      slot.party().country().ifPresent(country -> terms.add(Terms.state(slot.role(), country)));
    }
    account.ifPresent(told -> {
      told.countries().forEach(country -> terms.add(Terms.state(SlotRole.VICTIM, country)));
      told.sectors().forEach(sector -> terms.add(Terms.sector(sector)));
    });
    return new ClaimRow(what(claim.type(), claim.saying().certainty().level(), claim.evidence().size() > 1), kinds,
        Terms.newest(said.by()), said.said(), account.map(IncidentAccount::period).orElse(PartialDate.NOT_STATED),
        List.copyOf(terms));
  }

  static int what(ClaimType type, CertaintyLevel certainty, boolean severalQuotes) {
    return (TYPES.indexOf(type) * CERTAINTIES.size() + CERTAINTIES.indexOf(certainty)) * 2 + (severalQuotes ? 1 : 0);
  }

  static long kind(SlotRole role, PartyKind kind) {
    return 1L << ROLES.indexOf(role) * MOST_KINDS + KINDS.indexOf(kind);
  }

  /// The distinct forms of words, with blanks between.
  static String words(WordForms forms, String language, List<String> texts) {
    Set<String> distinct = new LinkedHashSet<>();
    for (String text : texts) {
      for (WordForms.Word word : forms.words(text, language)) {
        if (!word.form().isEmpty()) {
          distinct.add(Dialect.cut(word.form()));
        }
      }
    }
    return String.join(" ", distinct);
  }

  static String quotes(WordForms forms, String language, List<Evidence> evidence) {
    return words(forms, language, evidence.stream().map(Evidence::quote).toList());
  }

  static @Nullable Long first(PartialDate date) {
    return date.first().map(LocalDate::toEpochDay).orElse(null);
  }

  static @Nullable Long last(PartialDate date) {
    return date.last().map(LocalDate::toEpochDay).orElse(null);
  }
}
