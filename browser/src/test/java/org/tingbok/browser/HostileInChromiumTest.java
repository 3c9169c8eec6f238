package org.tingbok.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Saying;
import org.tingbok.claim.Speaker;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.document.Span;
import org.tingbok.ledger.Ledger;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.store.Ledgers;
import org.tingbok.testkit.Casebook;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;
import org.tingbok.vocabulary.ResponseKind;

/// Reports that want to run something, to break out of where they stand, or to break the page: in titles, sources, names,
/// hedges and texts.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInChromiumTest {
  private static final String RTL = "קבוצת הצל 👩🏽‍💻 مجموعة الظل";
  private static final List<String> HOSTILE = List.of(
      String.join(" ", "\"><script>window.ran=1;alert(1)</script>",
          "' onmouseover='alert(2)' onfocus=alert(2) autofocus x='",
          "<img src=x onerror=alert(3)>",
          "javascript:alert(4)//",
          "</title></style></textarea></svg><svg onload=alert(5)>",
          "${7*7} {{7*7}} &#x3c;script&#x3e;alert(6)&#x3c;/script&#x3e; %3Cscript%3E"),
      "\u202Eexe.31TPA\u202D \u2066turned\u2067 round",
      "A\u200BP\u200CT\u200D3\uFEFF1",
      "Q".repeat(10_000),
      RTL);

  private final Chromium chromium = Chromium.start();
  private final List<String> ran = new ArrayList<>();
  private final Desks desks;

  HostileInChromiumTest(@TempDir Path folder) {
    desks = desks(folder);
  }

  private static Desks desks(Path folder) {
    Path file = folder.resolve("tingbok.ledger");
    try (Ledger made = Ledgers.open(file, Casebook.CLOCK)) {
      made.append(HOSTILE.stream().map(HostileInChromiumTest::reading).toList());
    }
    return Desks.of(file);
  }

  private static Reading reading(String words) {
    List<String> sentences = List.of("Title " + words, "The police of " + words + " accuse " + words + ".",
        words + " denies it.", words + " 👾 is " + words + " too.", "Nobody knows about " + words + ".");
    String text = String.join("\n\n", sentences) + "\n";
    DocumentId id = DocumentId.of(ContentId.sha256(text.getBytes(StandardCharsets.UTF_8)));
    IncidentAccount account = new IncidentAccount(id, "k", "Attack on " + words, List.of(party(words,
        PartyKind.ORGANISATION, "DK")), PartialDate.year(2018), Set.of(words), Set.of("DK"));
    Saying police = new Saying(List.of(party("Police " + words, PartyKind.BODY, "DK")),
        Optional.of(new Speaker(words, Optional.of(words))), false, List.of(words), new Certainty(CertaintyLevel.LOW,
            Optional.of(words), Optional.empty(), Optional.empty()),
        PartialDate.day(LocalDate.of(2021, 6, 18)));
    Saying accused = new Saying(List.of(party(words, PartyKind.THREAT_ACTOR, "CN")), Optional.empty(), false, List.of(
        words), Certainty.ASSERTED, PartialDate.NOT_STATED);
    List<Claim> claims = List.of(
        new Claim.Attribution(id, police, List.of(party(words, PartyKind.THREAT_ACTOR, "CN")), Optional.of(account),
            evidence(text, sentences.get(1))),
        new Claim.Denial(id, accused, Optional.of(account), evidence(text, sentences.get(2))),
        new Claim.Alias(id, police, party(words, PartyKind.THREAT_ACTOR, "CN"),
            party("Other " + words, PartyKind.THREAT_ACTOR, "CN"), AliasRelation.SAME,
            evidence(text, sentences.get(3))),
        new Claim.Affiliation(id, police, party(words, PartyKind.THREAT_ACTOR, "CN"),
            party("Ministry " + words, PartyKind.BODY, "CN"), AffiliationRelation.LINKED_TO,
            evidence(text, sentences.get(3))),
        new Claim.Response(id, police, Optional.of(ResponseKind.PROTEST),
            List.of(party(words, PartyKind.BODY, "CN")), Optional.of(account), evidence(text, sentences.get(1))),
        new Claim.Impact(id, police, Optional.of(account), words, Polarity.AFFIRMED, evidence(text, sentences.get(1))),
        new Claim.Method(id, police, Optional.of(account), words, Polarity.NEGATED, List.of(), List.of(),
            evidence(text, sentences.get(1))),
        new Claim.NonAttribution(id, police, List.of(), Optional.of(account), false, evidence(text, sentences.get(
            4))));
    Document document = new Document(id, "https://example.org/" + words,
        ContentId.sha256(text.getBytes(StandardCharsets.UTF_8)), "text/plain", text, Optional.of(sentences.getFirst()),
        Optional.of("Outlet " + words), PartialDate.day(LocalDate.of(2021, 6, 19)), "en", List.of(), false,
        List.of(new Span(0, text.length())));
    return new Reading(document, claims, List.of(new Unread(evidence(text, sentences.getFirst()).getFirst(), words)));
  }

  private static Party party(String name, PartyKind kind, String country) {
    return new Party(name, kind, Optional.of(country), "so-called " + name);
  }

  private static List<Evidence> evidence(String text, String quote) {
    int start = text.indexOf(quote);
    return List.of(new Evidence(start, start + quote.length(), quote));
  }

  @BeforeAll
  void watch() {
    ran.clear();
  }

  @AfterAll
  void stop() {
    chromium.close();
    desks.close();
  }

  private void listen(Page page) {
    page.onDialog(dialog -> {
      ran.add(dialog.message());
      dialog.dismiss();
    });
    page.onConsoleMessage(message -> {
      // A question of ten thousand characters is refused, which the browser remarks on.
      if (!message.text().contains("a status of 400")) {
        ran.add(page.url() + ": " + message.text());
      }
    });
    page.onPageError(ran::add);
  }

  /// All that a page leads to, each page once; of those that only ask otherwise, one.
  private Map<String, List<String>> kinds(Page page) {
    return PageKinds.of(page, desks.address(), HOSTILE.size() + 2);
  }

  @Test
  void nothingRunsAndNothingSticksOutOfAPhone() {
    try (BrowserContext window = chromium.window(390, 844, ColorScheme.LIGHT, true)) {
      Page page = window.newPage();
      listen(page);
      Map<String, List<String>> kinds = kinds(page);
      assertThat(kinds).containsKeys("/", "/matrix", "/incident/*", "/actor/*", "/document/*", "/document/*/reading",
          "/claim/*", "/dispute/*", "/disputes", "/names");
      Map<String, Object> wide = new LinkedHashMap<>();
      kinds.values().stream().flatMap(List::stream).forEach(path -> {
        page.navigate(desks.address() + path);
        List<?> out = (List<?>) Objects.requireNonNull(page.evaluate("""
            () => document.documentElement.scrollWidth <= innerWidth ? [] :
              [...document.querySelectorAll('main *, header *')]
                .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
                .slice(0, 3).map(one => one.outerHTML.slice(0, 120))"""));
        if (!out.isEmpty()) {
          wide.put(path.substring(0, Math.min(80, path.length())), out);
        }
        if (Boolean.TRUE.equals(page.evaluate("'ran' in window"))) {
          ran.add(path);
        }
      });
      assertThat(wide).isEmpty();
      assertThat(ran).isEmpty();
    }
  }

  @Test
  void wordsThatRunFromTheRightAreMarkedWhereTheyStand() {
    try (BrowserContext window = chromium.window(1440, 900, ColorScheme.LIGHT, false)) {
      Page page = window.newPage();
      page.navigate(desks.address() + "/documents");
      page.locator("main a", new Page.LocatorOptions().setHasText(RTL)).first().click();
      List<?> marked = (List<?>) Objects.requireNonNull(page.evaluate("""
          () => [...document.querySelectorAll('.text p')].map(one =>
            [...one.querySelectorAll('mark')].map(mark => mark.textContent).join(''))"""));
      assertThat(marked.stream().map(Object::toString)).contains("The police of " + RTL + " accuse " + RTL + ".",
          RTL + " denies it.", RTL + " 👾 is " + RTL + " too.");
      assertThat(page.evaluate("""
          () => [...document.querySelectorAll('.text p')].map(one => getComputedStyle(one).direction).join(' ')"""))
          .isEqualTo("ltr ltr rtl rtl ltr");
    }
  }

  @Test
  void noNameTurnsRoundWhatStandsBesideIt() {
    try (BrowserContext window = chromium.window(1440, 900, ColorScheme.LIGHT, false)) {
      Page page = window.newPage();
      for (String path : List.of("/", "/incidents", "/actors", "/documents", "/disputes")) {
        page.navigate(desks.address() + path);
        assertThat(page.content()).doesNotContain("\u202E", "\u2066", "\u2067");
      }
    }
  }
}
