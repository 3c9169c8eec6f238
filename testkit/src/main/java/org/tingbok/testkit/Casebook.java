package org.tingbok.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.tingbok.ledger.Ledger;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;
import org.tingbok.vocabulary.ResponseKind;

/// Readings made by hand, so that what is printed and shown can be tested whatever the reader makes of a text: a fjord
/// ferry line's booking system, laid on one group in 2019 and on another in 2021.
public final class Casebook {
  /// The moment that everything here is recorded at.
  public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
  /// What a hostile report puts into its texts.
  public static final String HOSTILE = "<script>alert('1')</script><img src=x onerror=alert(2)> \"quoted\" & 'more'";

  private static final Party LAB = party("Nordlys Lab", PartyKind.ORGANISATION, "NO");
  private static final Party SERVICE = party("Norwegian Police Security Service", PartyKind.BODY, "NO");
  private static final Party HERON = party("Grey Heron", PartyKind.THREAT_ACTOR, "CN");
  private static final Party TERN = party("Arctic Tern", PartyKind.THREAT_ACTOR, "CN");
  private static final Party EMBASSY = party("Embassy of China in Norway", PartyKind.BODY, "CN");
  private static final Party MINISTRY = party("Ministry of Foreign Affairs of Norway", PartyKind.BODY, "NO");
  private static final Party FERRY = party("Fjordline Booking", PartyKind.ORGANISATION, "NO");

  private Casebook() {
  }

  /// A ledger that holds the casebook.
  ///
  /// @return in memory
  public static Ledger ledger() {
    Ledger ledger = Ledger.inMemory(CLOCK);
    ledger.append(readings());
    return ledger;
  }

  /// Three reports, one of them hostile in what it says.
  ///
  /// @return in order of publication
  public static List<Reading> readings() {
    return List.of(first(), second("ferry-2021.txt", "The Sound", LocalDate.of(2021, 6, 19), ""), hostile());
  }

  private static Reading first() {
    Page page = new Page("ferry-2019.txt", "Harbour Gazette", LocalDate.of(2019, 2, 7), """
        Booking system of ferry line was entered

        Grey Heron was behind the intrusion at Fjordline Booking, Nordlys Lab said on Wednesday.

        "We found no sign that passengers' cards were read," a spokesperson of the ferry line said.

        Accept all cookies to go on reading
        """);
    IncidentAccount account = page.account("ferry", "Intrusion at Fjordline Booking", FERRY);
    page.claims.add(new Claim.Attribution(page.id, saying(List.of(LAB), LocalDate.of(2019, 2, 6), "Harbour Gazette"),
        List.of(HERON), Optional.of(account), page.evidence("Grey Heron was behind the intrusion at Fjordline Booking,"
            + " Nordlys Lab said on Wednesday.")));
    page.claims.add(new Claim.Impact(page.id, saying(List.of(FERRY), LocalDate.of(2019, 2, 7), "Harbour Gazette"),
        Optional.of(account), "passengers' cards", Polarity.NEGATED,
        page.evidence("\"We found no sign that passengers' cards were read,\"")));
    return page.reading();
  }

  /// The second report, as another outlet printed it six days later.
  ///
  /// @return a reading of a copy
  public static Reading reprint() {
    return second("reprint.txt", "The Narrows", LocalDate.of(2021, 6, 25), "\n");
  }

  private static Reading second(String source, String publisher, LocalDate published, String end) {
    Page page = new Page(source, publisher, published, """
        Service names a second group in the ferry case

        The group Arctic Tern broke into Fjordline Booking in 2018, the head of the Norwegian Police Security Service, \
        Kari Nordmo, told Radio North on Friday.

        Grey Heron and Arctic Tern share servers, according to Nordlys Lab. It ties Arctic Tern to the Ministry of \
        State Security with moderate confidence.

        The Embassy of China in Norway called the accusation a fairy tale. The Ministry of Foreign Affairs summoned \
        the ambassador. Stolen passwords opened the door, the service said.

        Whoever sat behind the keyboard remains the subject of an inquiry by another agency.
        """ + end);
    IncidentAccount account = page.account("ferry", "Intrusion at Fjordline Booking", FERRY);
    page.claims.add(new Claim.Attribution(page.id, new Saying(List.of(SERVICE),
        Optional.of(new Speaker("Kari Nordmo", Optional.of("head"))), false, List.of("Radio North", "The Sound"),
        Certainty.ASSERTED, PartialDate.day(LocalDate.of(2021, 6, 18))), List.of(TERN), Optional.of(account),
        page.evidence("The group Arctic Tern broke into Fjordline Booking in 2018, the head of the Norwegian Police"
            + " Security Service, Kari Nordmo, told Radio North on Friday.")));
    page.claims.add(new Claim.Alias(page.id, saying(List.of(LAB), "The Sound"), HERON, TERN, AliasRelation.OVERLAP,
        page.evidence("Grey Heron and Arctic Tern share servers, according to Nordlys Lab.")));
    page.claims.add(new Claim.Affiliation(page.id, new Saying(List.of(LAB), Optional.empty(), false,
        List.of("The Sound"), new Certainty(CertaintyLevel.MODERATE, Optional.of("moderate confidence"),
            Optional.empty(), Optional.empty()),
        PartialDate.NOT_STATED), TERN,
        party("Ministry of State Security", PartyKind.BODY, "CN"), AffiliationRelation.LINKED_TO,
        page.evidence("It ties Arctic Tern to the Ministry of State Security with moderate confidence.")));
    page.claims.add(new Claim.Denial(page.id, saying(List.of(EMBASSY), "The Sound"), Optional.of(account),
        page.evidence("The Embassy of China in Norway called the accusation a fairy tale.")));
    page.claims.add(new Claim.Response(page.id, saying(List.of(MINISTRY), "The Sound"),
        Optional.of(ResponseKind.SUMMONS), List.of(EMBASSY), Optional.of(account),
        page.evidence("The Ministry of Foreign Affairs summoned the ambassador.")));
    page.claims.add(new Claim.Method(page.id, saying(List.of(SERVICE), "The Sound"), Optional.of(account),
        "stolen passwords", Polarity.AFFIRMED, List.of(), List.of("T1078"),
        page.evidence("Stolen passwords opened the door, the service said.")));
    page.unread.add("Whoever sat behind the keyboard remains the subject of an inquiry by another agency.");
    return page.reading();
  }

  private static Reading hostile() {
    Page page = new Page("hostile \u001b[31m.txt", HOSTILE, LocalDate.of(2022, 3, 1), "Title " + HOSTILE + "\n\n"
        + "Nobody knows who hit the " + HOSTILE + " office, the police said.\n");
    IncidentAccount account = page.account("office", "Attack on " + HOSTILE,
        party(HOSTILE, PartyKind.ORGANISATION, "DK"));
    page.claims.add(new Claim.NonAttribution(page.id, saying(List.of(party("Police " + HOSTILE, PartyKind.BODY, "DK")),
        HOSTILE), List.of(), Optional.of(account), false,
        page.evidence("Nobody knows who hit the " + HOSTILE + " office, the police said.")));
    return page.reading();
  }

  private static Party party(String name, PartyKind kind, String country) {
    return new Party(name, kind, Optional.of(country), name);
  }

  private static Saying saying(List<Party> claimants, LocalDate day, String... reportedBy) {
    return new Saying(claimants, Optional.empty(), false, Arrays.asList(reportedBy), Certainty.ASSERTED,
        PartialDate.day(day));
  }

  private static Saying saying(List<Party> claimants, String... reportedBy) {
    return new Saying(claimants, Optional.empty(), false, Arrays.asList(reportedBy), Certainty.ASSERTED,
        PartialDate.NOT_STATED);
  }

  /// A document under way.
  private static final class Page {
    private final String source;
    private final String publisher;
    private final LocalDate published;
    private final String text;
    private final DocumentId id;
    private final List<Claim> claims = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    Page(String source, String publisher, LocalDate published, String text) {
      this.source = source;
      this.publisher = publisher;
      this.published = published;
      this.text = text;
      this.id = DocumentId.of(ContentId.sha256(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    IncidentAccount account(String key, String label, Party victim) {
      return new IncidentAccount(id, key, label, List.of(victim), PartialDate.year(2018), Set.of(),
          Set.of(victim.country().orElseThrow()));
    }

    List<Evidence> evidence(String quote) {
      int start = text.indexOf(quote);
      return List.of(new Evidence(start, start + quote.length(), quote));
    }

    Reading reading() {
      int cookies = text.indexOf("Accept all cookies");
      Document document = new Document(id, source, ContentId.sha256(text.getBytes(
          java.nio.charset.StandardCharsets.UTF_8)), "text/plain", text, Optional.of(
              text.substring(0,
                  text.indexOf('\n'))),
          Optional.of(publisher), PartialDate.day(published), "en",
          List.of(new DocumentDate(DateKind.PUBLISHED, PartialDate.day(published), new Span(0, 5),
              text.substring(0, 5))),
          false, List.of(new Span(0, cookies < 0 ? text.length() : cookies)));
      return new Reading(document, claims, unread.stream().map(this::evidence).map(List::getFirst)
          .map(evidence -> new Unread(evidence, "an inquiry without a claimant")).toList());
    }
  }
}
