package org.tingbok.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tingbok.testkit.SmallReports.accusation;
import static org.tingbok.testkit.SmallReports.day;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Reading;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.document.Span;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.ClaimFilter;
import org.tingbok.ledger.DocumentFilter;
import org.tingbok.ledger.DocumentHit;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.SaidTime;
import org.tingbok.ledger.Snapshot;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.Cursor;
import org.tingbok.query.DocumentQuery;
import org.tingbok.query.Page;
import org.tingbok.query.PageRequest;
import org.tingbok.query.TextQuery;
import org.tingbok.query.WordForms;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.RulingVerdict;
import org.tingbok.vocabulary.SlotRole;

/// What every ledger answers to questions: what the conditions mean claim by claim, whatever index it finds them by.
public abstract class QueryContract extends ActsContract {
  /// For subclasses.
  protected QueryContract() {
  }

  /// How the ledgers that [#open] gives compare words.
  ///
  /// @return without case and accents, if nothing else is said
  protected WordForms forms() {
    return WordForms.FOLDED;
  }

  /// What was appended at a moment.
  record Step(Instant moment, List<Reading> readings, List<Act> acts) {
  }

  /// Everything that is read and done, at random, in many steps; the moments run from noon.
  static final class Filled {
    final ReadingGenerator generator = ReadingGenerator.printingItsSeed();
    final ActGenerator acting = new ActGenerator(generator);
    final List<Reading> readings = new ArrayList<>();
    final List<Step> steps = new ArrayList<>();

    Filled(Ledger ledger, int rounds) {
      for (int round = 0; round < rounds; round++) {
        step(ledger);
      }
    }

    void step(Ledger ledger) {
      List<Reading> more = generator.readings(6);
      Reading again = readings.isEmpty() ? generator.reading(2)
          : generator.another(readings.get(readings.size() / 2).document(), 2);
      steps.add(new Step(ledger.append(more).recordedAt(), more, List.of()));
      if (readings.isEmpty() || !acting.erased().contains(again.document().id())) {
        steps.add(new Step(ledger.append(List.of(again)).recordedAt(), List.of(again), List.of()));
        readings.add(again);
        acting.onRecord(List.of(again));
      }
      readings.addAll(more);
      acting.onRecord(more);
      List<Act> acts = acting.acts(5);
      steps.add(new Step(ledger.act(acts).recordedAt(), List.of(), acts));
    }

    QuestionGenerator questions() {
      return new QuestionGenerator(generator, readings);
    }
  }

  @Test
  void claimsAreThoseForWhichTheConditionsHold() {
    try (Ledger ledger = open(clock)) {
      Filled filled = new Filled(ledger, 10);
      QuestionGenerator questions = filled.questions();
      Instant last = ledger.acts().getLast().recordedAt();
      int found = 0;
      for (int i = 0; i < 400; i++) {
        ClaimQuery query = questions.claims(NOON, last);
        AsOf asOf = questions.asOf(NOON, last);
        List<RecordedClaim> expected = plainly(ledger.asOf(asOf), query);
        assertThat(whole(ledger, query, asOf, 1 + i % 40)).as("%s as of %s", query, asOf).isEqualTo(expected);
        assertThat(ledger.count(query, asOf)).as("%s as of %s", query, asOf).isEqualTo(expected.size());
        found += expected.isEmpty() ? 0 : 1;
      }
      assertThat(found).as("questions that had an answer").isBetween(100, 390);
    }
  }

  /// Claim by claim, then in order.
  private List<RecordedClaim> plainly(Snapshot snapshot, ClaimQuery query) {
    ClaimFilter filter = new ClaimFilter(query, forms());
    List<RecordedClaim> held = new ArrayList<>();
    Map<RecordedClaim, Double> scores = new HashMap<>();
    Map<RecordedClaim, Optional<LocalDate>> days = new HashMap<>();
    for (RecordedClaim claim : snapshot.claims()) {
      Document document = Objects.requireNonNull(snapshot.documents().get(claim.claim().document()));
      if (filter.holds(claim, document)) {
        held.add(claim);
        scores.put(claim, filter.score(claim.claim().evidence(), document.language()));
        days.put(claim, SaidTime.of(claim.claim(), document).by());
      }
    }
    Function<RecordedClaim, Optional<LocalDate>> by = claim -> days.getOrDefault(claim, Optional.empty());
    Comparator<RecordedClaim> undatedLast = Comparator.comparing((RecordedClaim one) -> by.apply(one).isEmpty());
    Comparator<RecordedClaim> byDay = Comparator.comparing(one -> by.apply(one).orElse(LocalDate.EPOCH));
    Comparator<RecordedClaim> newest = undatedLast.thenComparing(byDay.reversed());
    return switch (query.order()) {
      case NEWEST -> held.stream().sorted(newest).toList();
      case OLDEST -> held.stream().sorted(undatedLast.thenComparing(byDay)).toList();
      case RECORDED -> held.reversed();
      case BEST ->
        held.stream().sorted(Comparator.comparingDouble((RecordedClaim one) -> -scores.getOrDefault(one, 0.0))
            .thenComparing(newest)).toList();
    };
  }

  /// All pages of an answer together; each but the last is full.
  private static List<RecordedClaim> whole(Ledger ledger, ClaimQuery query, AsOf asOf, int size) {
    List<RecordedClaim> all = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(PageRequest.first(size));
    while (next.isPresent()) {
      Page<RecordedClaim> page = ledger.claims(query, asOf, next.get());
      all.addAll(page.items());
      if (page.next().isPresent()) {
        assertThat(page.items()).hasSize(size);
      }
      // As a person hands it on: in an address.
      next = page.next().map(cursor -> PageRequest.first(size).then(Cursor.parse(cursor.text())));
    }
    return all;
  }

  @Test
  void documentsAreThoseForWhichTheConditionsHold() {
    try (Ledger ledger = open(clock)) {
      Filled filled = new Filled(ledger, 10);
      QuestionGenerator questions = filled.questions();
      Instant last = ledger.acts().getLast().recordedAt();
      int found = 0;
      for (int i = 0; i < 250; i++) {
        DocumentQuery query = questions.documents();
        AsOf asOf = questions.asOf(NOON, last);
        List<DocumentHit> expected = plainly(ledger, query, asOf);
        List<DocumentHit> pages = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(1 + i % 20));
        while (next.isPresent()) {
          PageRequest asked = next.get();
          Page<DocumentHit> page = ledger.documents(query, asOf, asked);
          pages.addAll(page.items());
          next = page.next().map(asked::then);
        }
        assertThat(pages).as("%s as of %s", query, asOf).isEqualTo(expected);
        found += expected.isEmpty() ? 0 : 1;
      }
      assertThat(found).as("questions that had an answer").isBetween(60, 245);
    }
  }

  private List<DocumentHit> plainly(Ledger ledger, DocumentQuery query, AsOf asOf) {
    DocumentFilter filter = new DocumentFilter(query, forms());
    Map<DocumentId, Document> there = ledger.asOf(asOf).documents();
    List<DocumentFilter.Found> found = new ArrayList<>();
    for (Snapshot.Recorded recorded : ledger.readings()) {
      Optional.ofNullable(there.get(recorded.reading().document().id()))
          .flatMap(document -> filter.find(document, recorded.recordedAt(), found.size())).ifPresent(found::add);
    }
    return found.stream().sorted(Comparator.comparingDouble((DocumentFilter.Found one) -> -one.score())
        .thenComparingLong(one -> -one.number())).map(DocumentFilter.Found::hit).toList();
  }

  @Test
  void wordsFoundAreWhereTheMarksSay() {
    try (Ledger ledger = open(clock)) {
      QuestionGenerator questions = new Filled(ledger, 8).questions();
      int marked = 0;
      for (int i = 0; i < 60; i++) {
        TextQuery words = questions.words();
        for (DocumentHit hit : ledger.documents(DocumentQuery.of(words), AsOf.NOW, PageRequest.first(1000)).items()) {
          String text = hit.document().text();
          int before = -1;
          for (Span mark : hit.marks()) {
            assertThat(mark.start()).isGreaterThan(before);
            before = mark.end();
            List<String> there = formsIn(mark.of(text), hit.document().language());
            assertThat(words.wanted().stream().flatMap(term -> term.words().stream())
                .anyMatch(word -> forms().forms(word).stream()
                    .anyMatch(form -> there.stream().anyMatch(other -> other.startsWith(form)))))
                .as("%s marked for %s", mark.of(text), words).isTrue();
            marked++;
          }
          assertThat(hit.excerpt().end()).isLessThanOrEqualTo(text.length());
          assertThat(hit.excerpt().length()).isLessThanOrEqualTo(DocumentHit.EXCERPT);
        }
      }
      assertThat(marked).isPositive();
    }
  }

  private List<String> formsIn(String text, String language) {
    return forms().words(text, language).stream().map(WordForms.Word::form).toList();
  }

  @Test
  void pagesStayTheSameWhileOthersWrite() {
    try (Ledger ledger = open(clock)) {
      Filled filled = new Filled(ledger, 6);
      QuestionGenerator questions = filled.questions();
      Instant start = ledger.acts().getLast().recordedAt();
      for (int i = 0; i < 25; i++) {
        ClaimQuery query = new ClaimQuery(i % 5 == 0 ? List.of()
            : questions.claims(NOON, start).all().stream()
                .filter(condition -> !(condition instanceof Condition.Quotes)).limit(1).toList(),
            List.of(ClaimOrder.NEWEST, ClaimOrder.OLDEST, ClaimOrder.RECORDED, ClaimOrder.BEST).get(i % 4));
        AsOf asOf = i % 3 == 0 ? AsOf.NOW.recorded(Instant.parse("2100-01-01T00:00:00Z")) : AsOf.NOW;
        Instant asked = lastMoment(ledger);
        List<RecordedClaim> expected = plainly(ledger.asOf(AsOf.NOW.recorded(asked)), query);
        List<RecordedClaim> pages = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(1 + expected.size() / 3));
        while (next.isPresent()) {
          PageRequest request = next.get();
          Page<RecordedClaim> page = ledger.claims(query, asOf, request);
          pages.addAll(page.items());
          next = page.next().map(request::then);
          if (page.next().isPresent()) {
            filled.step(ledger);
          }
        }
        // Quotes may have been dropped meanwhile, claims not.
        assertThat(pages).extracting(RecordedClaim::id).isEqualTo(
            expected.stream().map(RecordedClaim::id).toList());
        assertThat(pages).extracting(RecordedClaim::acts).extracting(List::size)
            .isEqualTo(expected.stream().map(claim -> claim.acts().size()).toList());
      }
    }
  }

  private static Instant lastMoment(Ledger ledger) {
    return ledger.append(List.of(ledger.readings().getFirst().reading())).recordedAt();
  }

  @Test
  void findsWordsWhateverTheirCaseAccentsAndLanguage() {
    try (Ledger ledger = open(clock)) {
      Document nb = text("nb", "Tyvegods fra Øyfjord havn ble funnet.");
      Document de = text("de", "Die Straße zum Hafen war gesperrt.");
      Document fr = text("fr", "L'attaque a touché le port d'Évrecy.");
      Document es = text("es", "El ataque alcanzó el puerto de Peñíscola.");
      Document ru = text("und", "Гавань закрыта. 港湾は閉鎖された。");
      Document en = text("en", "The harbour office was breached; the tide tables were taken.");
      for (Document document : List.of(nb, de, fr, es, ru, en)) {
        ledger.append(List.of(new Reading(document, List.of(), List.of())));
      }
      assertThat(hits(ledger, "oyfjord")).containsExactly(nb);
      assertThat(hits(ledger, "ØYFJORD tyvegods")).containsExactly(nb);
      assertThat(hits(ledger, "STRASSE")).containsExactly(de);
      assertThat(hits(ledger, "evrecy attaque")).containsExactly(fr);
      assertThat(hits(ledger, "peniscola")).containsExactly(es);
      assertThat(hits(ledger, "гавань")).containsExactly(ru);
      assertThat(hits(ledger, "港湾")).containsExactly(ru);
      assertThat(hits(ledger, "\"tide tables\"")).containsExactly(en);
      assertThat(hits(ledger, "\"tables tide\"")).isEmpty();
      assertThat(hits(ledger, "harb*")).containsExactly(en);
      assertThat(hits(ledger, "harb")).isEmpty();
      assertThat(hits(ledger, "port -attaque")).isEmpty();
      assertThat(hits(ledger, "the -straße -\"nothing of this\"")).containsExactly(en);
      assertThat(hits(ledger, "harbour nowhere")).isEmpty();
    }
  }

  private static List<Document> hits(Ledger ledger, String typed) {
    return ledger.documents(DocumentQuery.of(TextQuery.parse(typed)), AsOf.NOW, PageRequest.first(10)).items().stream()
        .map(DocumentHit::document).toList();
  }

  private static Document text(String language, String text) {
    return SmallReports.document(language, text, language, day("2024-03-04"), Optional.empty());
  }

  @Test
  void marksAndCutsOutTheWordsFound() {
    String filler = "Nothing of note was said that day. ".repeat(40);
    Document document = SmallReports.document("long", filler + "Then Copper Lynx took the tide tables. " + filler, "en",
        day("2024-03-04"), Optional.of("Copper prices"));
    try (Ledger ledger = open(clock)) {
      ledger.append(List.of(new Reading(document, List.of(), List.of())));
      DocumentHit hit = ledger.documents(DocumentQuery.of(TextQuery.parse("\"copper lynx\" tables -heron")), AsOf.NOW,
          PageRequest.first(1)).items().getFirst();
      assertThat(hit.marks()).extracting(mark -> mark.of(document.text())).containsExactly("Copper Lynx", "tables");
      assertThat(hit.excerpt().of(document.text())).contains("Copper Lynx took the tide tables")
          .hasSizeLessThanOrEqualTo(DocumentHit.EXCERPT);
      assertThat(hit.recordedAt()).isEqualTo(NOON);
      DocumentHit inTitle = ledger.documents(DocumentQuery.of(TextQuery.parse("prices")), AsOf.NOW,
          PageRequest.first(1)).items().getFirst();
      assertThat(inTitle.marks()).isEmpty();
      assertThat(inTitle.excerpt().start()).isZero();
    }
  }

  @Test
  void ranksTheLatestOfManyAndLetsTheOthersFollow() {
    int many = ClaimFilter.RANKED + 40;
    List<Reading> readings = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      Document document = SmallReports.document("bulletin " + i, "Copper Lynx again" + ", and nothing".repeat(i % 7),
          "en", PartialDate.day(LocalDate.parse("2024-03-04").plusDays(i)), Optional.empty());
      readings.add(new Reading(document, List.of(accusation(document, document.text(), "Vik Radio", "Copper Lynx")),
          List.of()));
    }
    try (Ledger ledger = open(clock)) {
      ledger.append(readings);
      List<Reading> latest = readings.reversed();
      ClaimQuery query = ClaimQuery.of(new Condition.Quotes(TextQuery.parse("lynx"))).in(ClaimOrder.BEST);
      assertThat(whole(ledger, query, AsOf.NOW, 1000)).extracting(RecordedClaim::claim)
          .isEqualTo(best(latest, ClaimFilter.RANKED).stream().map(reading -> reading.claims().getFirst()).toList());
      List<Document> documents = new ArrayList<>();
      Optional<PageRequest> next = Optional.of(PageRequest.first(1000));
      while (next.isPresent()) {
        PageRequest asked = next.get();
        Page<DocumentHit> page = ledger.documents(DocumentQuery.of(TextQuery.parse("lynx")), AsOf.NOW, asked);
        page.items().forEach(hit -> documents.add(hit.document()));
        next = page.next().map(asked::then);
      }
      assertThat(documents).isEqualTo(best(latest, DocumentFilter.RANKED).stream().map(Reading::document).toList());
    }
  }

  /// The shortest texts first among the latest, for all of them have the word once.
  private static List<Reading> best(List<Reading> latest, int ranked) {
    List<Reading> best = new ArrayList<>(latest.subList(0, ranked));
    best.sort(Comparator.comparingInt(reading -> reading.document().text().length()));
    best.addAll(latest.subList(ranked, latest.size()));
    return best;
  }

  @Test
  void looksForWordsOnlyInWhatIsRead() {
    String html = "<p class=\"elvheim\">The harbour office was breached.</p><footer>About our cookies</footer>";
    Document page = SmallReports.document("page", html, "en", day("2024-03-04"), Optional.empty());
    Document read = new Document(page.id(), page.source(), page.sha256(), "text/html", page.text(), page.title(),
        page.publisher(), page.published(), page.language(), page.dates(), false,
        List.of(new Span(html.indexOf("The"), html.indexOf("</p>"))));
    try (Ledger ledger = open(clock)) {
      ledger.append(List.of(new Reading(read, List.of(), List.of())));
      assertThat(hits(ledger, "breached")).containsExactly(read);
      assertThat(hits(ledger, "cookies")).isEmpty();
      assertThat(hits(ledger, "class")).isEmpty();
      assertThat(hits(ledger, "office -cookies")).containsExactly(read);
    }
  }

  @Test
  void aRulingChangesWhatQuestionsFindAndTheMomentBeforeDoesNot() {
    ClaimQuery accusingLynx =
        ClaimQuery.of(new Condition.WithParty(Set.of(SlotRole.ACCUSED), Set.of("the copper lynx group")));
    try (Ledger ledger = open(clock)) {
      ledger.append(List.of(READING));
      assertThat(found(ledger, accusingLynx, AsOf.NOW)).containsExactly(LYNX.id());
      clock.set(NOON.plusSeconds(60));
      ledger.act(List.of(
          ruled(LYNX, RulingVerdict.CORRECTED, Optional.of(accusation(GAZETTE, "Copper Lynx", "Vik Radio", "Heron"))),
          ruled(HERON, RulingVerdict.CORRECTED,
              Optional.of(accusation(GAZETTE, "Tin Heron", "Vik Radio", "Copper Lynx")))));
      assertThat(found(ledger, accusingLynx, AsOf.NOW)).containsExactly(HERON.id());
      assertThat(found(ledger, accusingLynx, AsOf.NOW.recorded(NOON))).containsExactly(LYNX.id());
      assertThat(found(ledger, ClaimQuery.of(new Condition.OneOf(Set.of(HERON.id()))), AsOf.NOW))
          .containsExactly(HERON.id());
      assertThat(found(ledger, ClaimQuery.of(new Condition.Recorded(Optional.of(NOON), Optional.empty())), AsOf.NOW))
          .containsExactlyInAnyOrder(LYNX.id(), HERON.id());
      assertThat(found(ledger, ClaimQuery.of(new Condition.Quotes(TextQuery.parse("institute"))), AsOf.NOW)).isEmpty();
      assertThat(ledger.count(ClaimQuery.of(new Condition.OfType(Set.of(ClaimType.ATTRIBUTION))), AsOf.NOW))
          .isEqualTo(2);
      assertThat(ledger.count(ClaimQuery.of(new Condition.OfType(Set.of())), AsOf.NOW)).isZero();
    }
  }

  @Test
  void wordsOfAnErasedDocumentAreNotFound() {
    try (Ledger ledger = open(clock)) {
      ledger.append(List.of(READING));
      assertThat(hits(ledger, "tide")).containsExactly(GAZETTE);
      ClaimQuery quoting = ClaimQuery.of(new Condition.Quotes(TextQuery.parse("lynx")));
      assertThat(ledger.count(quoting, AsOf.NOW)).isEqualTo(1);
      ledger.act(List.of(new Act.Erased(GAZETTE.id(), "court order 7", "counsel", LocalDate.parse("2024-05-06"))));
      for (AsOf asOf : List.of(AsOf.NOW, AsOf.NOW.recorded(NOON))) {
        assertThat(ledger.documents(DocumentQuery.of(TextQuery.parse("tide")), asOf, PageRequest.first(9)).items())
            .isEmpty();
        assertThat(ledger.count(quoting, asOf)).isZero();
        assertThat(ledger.count(ClaimQuery.EVERYTHING, asOf)).isEqualTo(2);
      }
    }
  }

  private static List<String> found(Ledger ledger, ClaimQuery query, AsOf asOf) {
    return ledger.claims(query, asOf, PageRequest.first(100)).items().stream().map(RecordedClaim::id).toList();
  }

  @Test
  void refusesACursorThatItCannotRead() {
    try (Ledger ledger = open(clock)) {
      ledger.append(List.of(READING));
      for (String bad : List.of("", "nonsense", "MTIz", "!!", "LTEgLTE")) {
        assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> ledger.claims(ClaimQuery.EVERYTHING,
            AsOf.NOW, PageRequest.first(1).then(Cursor.parse(bad))))
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("CURSOR_UNREADABLE"));
      }
    }
  }

  @Test
  void anEmptyLedgerAnswersNothing() {
    try (Ledger ledger = open(clock)) {
      assertThat(ledger.claims(ClaimQuery.EVERYTHING, AsOf.NOW, PageRequest.first(1)))
          .isEqualTo(new Page<RecordedClaim>(List.of(), Optional.empty()));
      assertThat(ledger.documents(DocumentQuery.of(TextQuery.parse("tide")), AsOf.NOW, PageRequest.first(1)))
          .isEqualTo(new Page<DocumentHit>(List.of(), Optional.empty()));
      assertThat(ledger.count(ClaimQuery.EVERYTHING, AsOf.NOW)).isZero();
      assertThat(ledger.acts()).isEmpty();
    }
  }
}
