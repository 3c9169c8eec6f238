package org.tingbok.benchmarks.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.tingbok.benchmarks.growth.Press;
import org.tingbok.benchmarks.pile.Wire;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Saying;
import org.tingbok.document.Document;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;

/// Reports of the wire, with ten claims in each: of an incident mostly one group is accused and now and then another; each
/// group is of one state and has a second name; bodies, companies and outlets say so, and some deny. Not for several threads.
public final class Newsroom {
  /// Claims of one document.
  public static final int CLAIMS = 10;
  /// How many groups there are.
  static final int GROUPS = 2_000;
  private static final int CLAIMANTS = 900;
  private static final String[] STATES = {"NO", "SE", "DK", "FI", "EE", "LV", "LT", "PL", "DE", "FR", "ES", "IT", "NL",
      "GB", "US", "CA", "RU", "CN", "IR", "KP", "UA", "IN", "PK", "JP", "KR", "AU", "BR", "TR", "IL", "VN"};

  private final Wire wire;
  private final long seed;
  private final Random chance = new Random(0);

  /// A newsroom.
  ///
  /// @param seed all of it follows from this
  public Newsroom(long seed) {
    this.seed = seed;
    this.wire = new Wire(seed);
  }

  /// The name of a group.
  static String group(int number) {
    return Press.actor(number * 3);
  }

  private static String otherName(int number) {
    return "Cluster " + (1000 + number);
  }

  /// A report and what is read in it.
  ///
  /// @param number 0 and up
  /// @return the same for the same number and seed
  public Reading reading(int number) {
    Wire.Report report = wire.report(number);
    Document document = report.document();
    IncidentAccount account = report.accounts().getFirst();
    String victim = account.victims().getFirst().name();
    chance.setSeed(seed * 47 + victim.hashCode());
    int usual = Press.often(chance, GROUPS);
    int rival = Press.often(chance, GROUPS);
    chance.setSeed(seed * 53 + number);
    List<Claim> claims = new ArrayList<>();
    int step = document.text().length() / (CLAIMS + 1);
    for (int i = 0; i < CLAIMS; i++) {
      int start = step * i;
      int end = Math.min(document.text().length(), start + Math.min(step, 90));
      claims.add(claim(i, document, account, chance.nextInt(8) == 0 ? rival : usual,
          new Evidence(start, end, document.text().substring(start, end))));
    }
    return new Reading(document, claims, List.of());
  }

  private Claim claim(int number, Document document, IncidentAccount account, int group, Evidence evidence) {
    LocalDate out = document.published().last().orElseThrow();
    Certainty certainty = chance.nextInt(3) > 0 ? Certainty.ASSERTED
        : new Certainty(CertaintyLevel.MODERATE, Optional.of("likely"), Optional.empty(), Optional.empty());
    PartialDate said = chance.nextInt(3) == 0 ? PartialDate.NOT_STATED
        : PartialDate.day(out.minusDays(chance.nextInt(9)));
    Party claimant = claimant(Press.often(chance, CLAIMANTS));
    Saying saying = new Saying(List.of(claimant), Optional.empty(), false, List.of(), certainty, said);
    Party accused = chance.nextInt(4) == 0 ? state(group) : group(group, chance.nextInt(5) == 0);
    List<Evidence> words = List.of(evidence);
    int sort = chance.nextInt(100);
    if (number == 0 || sort < 55) {
      return new Claim.Attribution(document.id(), saying, List.of(accused), Optional.of(account), words);
    }
    if (sort < 63) {
      Saying denial = new Saying(List.of(state(group)), Optional.empty(), false, List.of(), Certainty.ASSERTED, said);
      return new Claim.Denial(document.id(), denial, Optional.of(account), words);
    }
    if (sort < 68) {
      return new Claim.NonAttribution(document.id(), saying, List.of(accused), Optional.of(account), false, words);
    }
    if (sort < 70) {
      return new Claim.Alias(document.id(), saying, group(group, false), group(group, true), AliasRelation.SAME, words);
    }
    if (sort < 74) {
      return new Claim.Affiliation(document.id(), saying, group(group, false), state(group),
          AffiliationRelation.ON_BEHALF_OF, words);
    }
    return sort < 88
        ? new Claim.Impact(document.id(), saying, Optional.of(account), "letters", Polarity.AFFIRMED, words)
        : new Claim.Method(document.id(), saying, Optional.of(account), "stolen passwords", Polarity.AFFIRMED,
            List.of(), List.of(), words);
  }

  private static Party group(int number, boolean other) {
    String name = other ? otherName(number) : group(number);
    return new Party(name, PartyKind.THREAT_ACTOR, Optional.of(STATES[number % STATES.length]), name);
  }

  private static Party state(int number) {
    String code = STATES[number % STATES.length];
    String name = java.util.Locale.of("", code).getDisplayCountry(java.util.Locale.ENGLISH);
    return new Party(name, PartyKind.STATE, Optional.of(code), name);
  }

  private static Party claimant(int number) {
    String name = (number % 3 == 0 ? "Labs " : "Agency ") + Press.word(number);
    return new Party(name, number % 3 == 0 ? PartyKind.ORGANISATION : PartyKind.BODY,
        number % 3 == 0 ? Optional.empty() : Optional.of(STATES[number % STATES.length]), name);
  }
}
