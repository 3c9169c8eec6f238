package org.tingbok.testkit;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.tingbok.claim.Addition;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Saying;
import org.tingbok.claim.Speaker;
import org.tingbok.claim.Unread;
import org.tingbok.document.DateKind;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentDate;
import org.tingbok.document.DocumentId;
import org.tingbok.document.Span;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.AnalyticConfidence;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.Likelihood;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;
import org.tingbok.vocabulary.ResponseKind;

/// Makes readings at random: every kind of claim, every slot filled and empty, texts in several scripts with characters
/// that storage tends to lose (NUL, quotes, halves of surrogate pairs).
///
/// One seed gives one sequence of readings. Not for use by several threads.
public final class ReadingGenerator {
  private static final String[] WORDS = {"Elvheim", "harbour", "pilots", "said", "on", "Friday", "that", "Copper Lynx",
      "took", "charts", "and", "tide", "tables", "from", "the", "lighthouse", "service", "«tyvegods»", "Øyfjord",
      "Straße",
      "angrep", "angrepet", "attaque", "attaques", "ataques", "Angriffe", "tables", "гавань", "港湾", "𝔊rey", "🛟",
      "e\u0301", "\u0000", "\"quoted\"", "back\\slash", "tab\there", "\u2028", "\ud83d",
      "\n"};

  /// Names that come again and again, some in several spellings.
  static final List<String> NAMES = List.of("Copper Lynx", "COPPER-LYNX", "the Copper Lynx Group", "Tin Heron",
      "TinHeron", "Øyfjord Harbour Office", "Oyfjord Harbour Office", "Elvheim Institute", "Fjordland",
      "Ministry of Tides");
  /// States that come again and again.
  static final List<String> COUNTRIES = List.of("NO", "SE", "EE", "FJ");
  /// Sectors that come again and again.
  static final List<String> SECTORS = List.of("government", "energy", "healthcare");
  /// Languages that documents are in.
  private static final List<String> ANALYSTS = List.of("ida", "Per Å. Vik", "team \"north\"");
  static final List<String> LANGUAGES = List.of("en", "nb", "de", "fr", "es", "und");

  private final Random random;
  private int made;

  /// A generator that starts at a seed.
  ///
  /// @param seed the seed
  public ReadingGenerator(long seed) {
    random = new Random(seed);
  }

  /// A generator for a property test: seeded from the system property `tingbok.seed` if it is set, else anew, and in
  /// either case the seed is printed, so that a failure can be run again.
  ///
  /// @return the generator
  public static ReadingGenerator printingItsSeed() {
    return new ReadingGenerator(printedSeed());
  }

  /// Chance for a property test, seeded and told of in the same way.
  ///
  /// @return the chance
  public static Random printedRandom() {
    return new Random(printedSeed());
  }

  /// The chance that it takes, for generators beside it.
  Random chance() {
    return random;
  }

  private static long printedSeed() {
    long seed = Optional.ofNullable(Long.getLong("tingbok.seed")).orElseGet(() -> new Random().nextLong());
    System.out.println("readings generated with -Dtingbok.seed=" + seed);
    return seed;
  }

  /// A reading of a document that this generator has not made before.
  ///
  /// @return with 0 to 8 claims and 0 to 2 unread sentences
  public Reading reading() {
    return reading(random.nextInt(9));
  }

  /// A reading of a document that this generator has not made before.
  ///
  /// @param claims how many claims, each with an id of its own
  /// @return with that many claims and 0 to 2 unread sentences
  public Reading reading(int claims) {
    return another(document(), claims);
  }

  /// Several readings of different documents.
  ///
  /// @param count how many
  /// @return that many
  public List<Reading> readings(int count) {
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      readings.add(reading());
    }
    return readings;
  }

  /// Another reading of a document, as a better reader might give it.
  ///
  /// @param document the document
  /// @param claims how many claims, each with an id of its own
  /// @return with that many claims and 0 to 2 unread sentences
  public Reading another(Document document, int claims) {
    List<Claim> found = new ArrayList<>();
    TreeSet<String> ids = new TreeSet<>();
    while (found.size() < claims) {
      Claim claim = claim(document);
      if (ids.add(claim.id())) {
        found.add(claim);
      }
    }
    List<Unread> unread = new ArrayList<>();
    for (Evidence place : some(2, () -> evidence(document))) {
      Unread sentence = new Unread(place, text(6));
      if (ids.add(sentence.id(document.id()))) {
        unread.add(sentence);
      }
    }
    return new Reading(document, found, unread);
  }

  /// A claim found in a document, of any of the eight kinds.
  ///
  /// @param document the document
  /// @return its evidence is in the document verbatim
  public Claim claim(Document document) {
    DocumentId id = document.id();
    Saying saying = saying();
    Optional<IncidentAccount> incident = maybe(() -> account(id));
    List<Evidence> evidence = atLeastOne(2, () -> evidence(document));
    return switch (pick(ClaimType.values())) {
      case ATTRIBUTION -> new Claim.Attribution(id, saying, atLeastOne(2, this::party), incident, evidence);
      case NON_ATTRIBUTION ->
        new Claim.NonAttribution(id, saying, some(2, this::party), incident, random.nextBoolean(), evidence);
      case DENIAL -> new Claim.Denial(id, saying, incident, evidence);
      case ALIAS -> new Claim.Alias(id, saying, party(), party(), pick(AliasRelation.values()), evidence);
      case AFFILIATION ->
        new Claim.Affiliation(id, saying, party(), party(), pick(AffiliationRelation.values()), evidence);
      case RESPONSE -> new Claim.Response(id, saying, maybe(() -> pick(ResponseKind.values())), some(2, this::party),
          incident, evidence);
      case IMPACT -> new Claim.Impact(id, saying, incident, text(4), pick(Polarity.values()), evidence);
      case METHOD -> new Claim.Method(id, saying, incident, text(4), pick(Polarity.values()),
          some(2, () -> "CVE-2024-" + (1000 + random.nextInt(9000))), some(2, () -> "T1" + (100 + random.nextInt(900))),
          evidence);
    };
  }

  /// A date of any precision, or not stated.
  ///
  /// @return between 1990 and 2039
  public PartialDate date() {
    LocalDate day = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(18_000));
    return switch (random.nextInt(5)) {
      case 0 -> PartialDate.NOT_STATED;
      case 1 -> PartialDate.year(day.getYear());
      case 2 -> PartialDate.month(YearMonth.from(day));
      case 3 -> PartialDate.range(day, day.plusDays(random.nextInt(40)));
      default -> PartialDate.day(day);
    };
  }

  private Document document() {
    String text = "Report " + ++made + ". " + text(60);
    String sha256 = ContentId.sha256((made + text).getBytes(StandardCharsets.UTF_8));
    return new Document(DocumentId.of(sha256), "reports/" + made + ".txt", sha256, "text/plain", text,
        maybe(() -> text(5)), maybe(this::name), date(), pick(LANGUAGES),
        some(2, () -> new DocumentDate(pick(DateKind.values()), statedDate(), new Span(0, 6), text.substring(0, 6))),
        random.nextBoolean(), some(2, () -> span(text)));
  }

  /// The same claim as a better reader may read it: with another speaker, certainty, date and chain.
  ///
  /// @param claim any claim
  /// @return a claim with the same id
  public Claim revised(Claim claim) {
    Saying other = saying();
    Saying saying = new Saying(claim.saying().claimants(), other.speaker(), other.ownVoice(), other.reportedBy(),
        other.certainty(), other.saidOn(), claim.saying().readBy()).added(claim.saying().added());
    return switch (claim) {
      case Claim.Attribution was ->
        new Claim.Attribution(was.document(), saying, was.accused(), was.incident(), was.evidence());
      case Claim.NonAttribution was -> new Claim.NonAttribution(was.document(), saying, was.accused(), was.incident(),
          was.withdraws(), was.evidence());
      case Claim.Denial was -> new Claim.Denial(was.document(), saying, was.incident(), was.evidence());
      case Claim.Alias was ->
        new Claim.Alias(was.document(), saying, was.first(), was.second(), was.relation(), was.evidence());
      case Claim.Affiliation was ->
        new Claim.Affiliation(was.document(), saying, was.actor(), was.sponsor(), was.relation(), was.evidence());
      case Claim.Response was ->
        new Claim.Response(was.document(), saying, was.kind(), was.target(), was.incident(), was.evidence());
      case Claim.Impact was ->
        new Claim.Impact(was.document(), saying, was.incident(), was.what(), was.polarity(), was.evidence());
      case Claim.Method was -> new Claim.Method(was.document(), saying, was.incident(), was.what(), was.polarity(),
          was.vulnerabilities(), was.techniques(), was.evidence());
    };
  }

  private Saying saying() {
    Certainty certainty = random.nextBoolean() ? Certainty.ASSERTED
        : new Certainty(pick(CertaintyLevel.values()), maybe(() -> text(2)), maybe(() -> pick(Likelihood.values())),
            maybe(() -> pick(AnalyticConfidence.values())));
    Saying saying = new Saying(atLeastOne(2, this::party), maybe(() -> new Speaker(text(2), maybe(() -> text(2)))),
        random.nextBoolean(), some(2, () -> text(2)), certainty, date(), maybe(() -> text(1)));
    return random.nextInt(4) > 0 ? saying
        : saying.added(Optional
            .of(new Addition(pick(ANALYSTS), "seen " + text(3), LocalDate.of(2025, 1, 1).plusDays(made % 300))));
  }

  private IncidentAccount account(DocumentId document) {
    return new IncidentAccount(document, text(2), text(4), some(2, this::party), date(),
        new TreeSet<>(some(3, this::name)), new TreeSet<>(some(3, this::country)),
        new TreeSet<>(some(2, () -> pick(SECTORS))));
  }

  private Party party() {
    return new Party(name(), pick(PartyKind.values()), maybe(this::country), text(2));
  }

  /// A name of whatever words there are, but one that can be said: what is blank names nobody.
  private String name() {
    String name = random.nextInt(4) == 0 ? text(2) : pick(NAMES);
    return name.isBlank() ? name() : name;
  }

  private String country() {
    return pick(COUNTRIES);
  }

  private PartialDate statedDate() {
    PartialDate date = date();
    return date.stated() ? date : PartialDate.year(2024);
  }

  private Evidence evidence(Document document) {
    Span span = span(document.text());
    return new Evidence(span.start(), span.end(), span.of(document.text()));
  }

  private Span span(String text) {
    int start = random.nextInt(text.length());
    return new Span(start, start + 1 + random.nextInt(text.length() - start));
  }

  private String text(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(i == 0 ? "" : " ").append(pick(WORDS));
    }
    return text.toString();
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private <T> List<T> some(int most, Supplier<T> value) {
    List<T> values = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      values.add(value.get());
    }
    return values;
  }

  private <T> List<T> atLeastOne(int most, Supplier<T> value) {
    List<T> values = some(most - 1, value);
    values.add(value.get());
    return values;
  }
}
