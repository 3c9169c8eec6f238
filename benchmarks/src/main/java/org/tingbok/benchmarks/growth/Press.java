package org.tingbok.benchmarks.growth;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Saying;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.document.Span;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;

/// A press that never was: documents of ten claims each, of which number and seed tell everything. A few actors, victims
/// and words turn up everywhere and most hardly ever, as in the real one (Zipf). Not for several threads.
public final class Press {
  /// Claims of one document.
  public static final int CLAIMS = 10;
  /// How many groups there are.
  public static final int ACTORS = 4_000;
  /// How many victims there are, each of some operations.
  public static final int VICTIMS = 60_000;
  private static final int CLAIMANTS = 900;
  private static final int WORDS = 30_000;
  private static final String[] STATES = {"NO", "SE", "DK", "FI", "EE", "LV", "LT", "PL", "DE", "FR", "ES", "IT", "NL",
      "GB", "US", "CA", "RU", "CN", "IR", "KP", "UA", "IN", "PK", "JP", "KR", "AU", "BR", "TR", "IL", "VN"};
  private static final String[] SECTORS =
      {"government", "energy", "financial-services", "healthcare", "telecommunications",
          "transportation", "education", "defence"};
  private static final String[] SYLLABLES =
      {"bar", "dol", "fen", "gri", "hav", "jen", "kor", "lum", "mar", "nes", "ost",
          "pil", "rav", "sun", "tor", "ulv", "vik", "wes", "yl", "zan"};
  private static final LocalDate FIRST = LocalDate.of(2005, 1, 1);
  private static final int DAYS = 7_600;

  private final Random random;
  private final long seed;

  /// A press.
  ///
  /// @param seed all of it follows from this
  public Press(long seed) {
    this.seed = seed;
    random = new Random(seed);
  }

  /// The name of a group.
  ///
  /// @param number 0 and up; low ones turn up often
  /// @return the same for the same number
  public static String actor(int number) {
    return capital(word(number * 7 + 3)) + " " + capital(word(number * 13 + 5));
  }

  /// The name of a victim.
  ///
  /// @param number 0 and up; low ones turn up often
  /// @return the same for the same number
  public static String victim(int number) {
    return capital(word(number * 11 + 1)) + capital(word(number * 5 + 2)) + " works";
  }

  /// A word.
  ///
  /// @param number 0 and up; low ones turn up often
  /// @return the same for the same number
  public static String word(int number) {
    StringBuilder word = new StringBuilder();
    for (int rest = number + SYLLABLES.length; rest > 0; rest /= SYLLABLES.length) {
      word.append(SYLLABLES[rest % SYLLABLES.length]);
    }
    return word.toString();
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /// A number below a bound, low ones far more often than high ones.
  ///
  /// @param chance where it comes from
  /// @param bound not reached
  /// @return 0 and up
  public static int often(Random chance, int bound) {
    return (int) Math.min(bound - 1, Math.expm1(chance.nextDouble() * Math.log1p(bound)));
  }

  /// A document and what is read in it.
  ///
  /// @param number which
  /// @return the same for the same number and seed
  public Reading reading(long number) {
    random.setSeed(seed * 1_000_003 + number);
    String digest = ContentId.sha256((seed + "/" + number).getBytes(StandardCharsets.UTF_8));
    DocumentId id = DocumentId.of(digest);
    LocalDate out = FIRST.plusDays(random.nextInt(DAYS));
    StringBuilder text = new StringBuilder("Report " + number + ". ");
    List<Claim> claims = new ArrayList<>();
    IncidentAccount account = account(id, "a", out);
    for (int i = 0; i < CLAIMS; i++) {
      if (i == CLAIMS / 2) {
        account = account(id, "b", out);
      }
      int start = text.length();
      String actor = actor(often(random, ACTORS));
      String claimant = "Agency " + capital(word(often(random, CLAIMANTS)));
      text.append(claimant).append(" said that ").append(actor).append(" stood behind ").append(account.label());
      for (int w = 0; w < 8; w++) {
        text.append(' ').append(word(often(random, WORDS)));
      }
      text.append('.');
      Evidence evidence = new Evidence(start, text.length(), text.substring(start));
      text.append(' ');
      claims.add(claim(i, id, claimant, actor, account, out, evidence));
    }
    Document document = new Document(id, "https://press.example/" + number, digest, "text/plain", text.toString(),
        Optional.of(account.label()), Optional.of("Press " + number % 500), PartialDate.day(out), "en", List.of(),
        false,
        List.of(new Span(0, text.length())));
    return new Reading(document, claims, List.of());
  }

  private IncidentAccount account(DocumentId id, String key, LocalDate out) {
    String victim = victim(often(random, VICTIMS));
    LocalDate when = out.minusDays(random.nextInt(700));
    return new IncidentAccount(id, key, "the attack on " + victim, List.of(party(victim, PartyKind.ORGANISATION)),
        PartialDate.month(java.time.YearMonth.from(when)), Set.of(), Set.of(state()), Set.of(pick(SECTORS)));
  }

  private Claim claim(int number, DocumentId id, String claimant, String accused, IncidentAccount account,
      LocalDate out,
      Evidence evidence) {
    Certainty certainty = random.nextInt(3) > 0 ? Certainty.ASSERTED
        : new Certainty(CertaintyLevel.MODERATE, Optional.of("likely"), Optional.empty(), Optional.empty());
    PartialDate said =
        random.nextInt(3) == 0 ? PartialDate.NOT_STATED : PartialDate.day(out.minusDays(random.nextInt(9)));
    Saying saying = new Saying(List.of(party(claimant, PartyKind.BODY)), Optional.empty(), false, List.of(), certainty,
        said);
    Party actor = party(accused, PartyKind.THREAT_ACTOR);
    List<Evidence> words = List.of(evidence);
    return switch (number) {
      case 0 -> new Claim.Denial(id, saying, Optional.of(account), words);
      case 1 -> new Claim.NonAttribution(id, saying, List.of(actor), Optional.of(account), false, words);
      case 2 -> new Claim.Alias(id, saying, actor, party(actor(often(random, ACTORS)), PartyKind.THREAT_ACTOR),
          AliasRelation.SAME, words);
      case 3 -> new Claim.Affiliation(id, saying, actor, party("Service " + state(), PartyKind.BODY),
          AffiliationRelation.ON_BEHALF_OF, words);
      case 4 -> new Claim.Impact(id, saying, Optional.of(account), "letters", Polarity.AFFIRMED, words);
      default -> new Claim.Attribution(id, saying, List.of(actor), Optional.of(account), words);
    };
  }

  private Party party(String name, PartyKind kind) {
    return new Party(name, kind, Optional.of(state()), name);
  }

  private String state() {
    return STATES[often(random, STATES.length)];
  }

  private String pick(String[] values) {
    return values[random.nextInt(values.length)];
  }
}
