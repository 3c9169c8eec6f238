package org.tingbok.app.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tingbok.analysis.View;
import org.tingbok.app.desk.ClaimCards;
import org.tingbok.app.desk.ClaimQuestion;
import org.tingbok.app.desk.DateCard;
import org.tingbok.app.desk.Facets;
import org.tingbok.app.desk.FoundPage;
import org.tingbok.app.desk.Lookup;
import org.tingbok.app.desk.Namesakes;
import org.tingbok.app.desk.Ranges;
import org.tingbok.app.desk.SearchPage;
import org.tingbok.app.desk.SearchWords;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.DocumentHit;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.Days;
import org.tingbok.query.DocumentQuery;
import org.tingbok.query.Page;
import org.tingbok.query.PageRequest;
import org.tingbok.query.Cursor;
import org.tingbok.query.TextQuery;
import org.tingbok.store.Stems;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.SlotRole;

/// The one search box: names, incidents, words and dates. All of it is answered from the ledger's indexes; no desk is made.
final class SearchPages {
  private static final Set<String> SLOTS = Stream.concat(
      Stream.of("q", "in", "published", "size", "page"), Stream.of(Facets.By.values()).map(Coded::code))
      .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> PLACES = Set.of("all", "documents", "quotes");
  /// Claims that facets are counted over at most: what a ledger ranks.
  private static final int COUNTED = 200;
  private static final int INCIDENTS = 6;
  private static final int OUTLETS = 20_000;

  private final LedgerSource source;
  private final Answers answers;
  private final QuestionPages questions;
  /// A document never changes its language or publisher.
  private final Map<DocumentId, Facets.Outlet> outlets = new LinkedHashMap<>();

  SearchPages(LedgerSource source, Answers answers, QuestionPages questions) {
    this.source = source;
    this.answers = answers;
    this.questions = questions;
  }

  void route(Routes routes) {
    routes.get("/search", this::search);
    routes.get("/search.json", this::search);
  }

  private void search(Context context) {
    Asked asked = Asked.of(context);
    List<Frame.Param> own = QuestionPages.own(context, SLOTS);
    String title = asked.query().isEmpty() ? "Search" : "Search for " + asked.query();
    Frame frame = questions.frame(asked, title, "/search", own);
    if (!asked.json() && Asked.padded(context)) {
      context.redirect(frame.self());
      return;
    }
    Optional<FoundPage> found = Optional.empty();
    Optional<String> problem = Optional.empty();
    try {
      found = asked.query().isEmpty() ? found : Optional.of(search(asked, own));
    } catch (BadInputException e) {
      if (asked.json()) {
        throw e;
      }
      problem = Optional.of(e.code() + ": " + e.getMessage());
      context.status(400);
    }
    answers.answer(context, asked, "search.jte", frame, found.isPresent() ? found.get() : SearchPage.NOTHING,
        Map.of("found", found, "problem", problem, "facets", new FacetLinks(frame),
            "open", source.recorder().isPresent()));
  }

  private static List<String> values(List<Frame.Param> own, String slot) {
    return own.stream().filter(param -> param.name().equals(slot)).map(Frame.Param::value).toList();
  }

  private FoundPage search(Asked asked, List<Frame.Param> own) {
    String in = QuestionPages.value(own, "in");
    String place = in.isEmpty() ? "all" : in;
    if (!PLACES.contains(place)) {
      throw new BadInputException("USAGE", "in '" + place + "': one of all, documents, quotes");
    }
    boolean further = !QuestionPages.value(own, "page").isEmpty();
    if (further && place.equals("all")) {
      throw new BadInputException("USAGE", "page goes on in one of the two: add in=documents or in=quotes");
    }
    SearchWords typed = SearchWords.of(asked.query());
    Optional<TextQuery> words =
        typed.words().isEmpty() ? Optional.empty() : Optional.of(TextQuery.parse(typed.words()));
    Days published = Ranges.days("published", QuestionPages.value(own, "published"));
    Map<Facets.By, Condition> chosen = chosen(asked, own);
    List<Condition> conditions = new ArrayList<>();
    words.ifPresent(one -> conditions.add(new Condition.Quotes(one)));
    typed.date().ifPresent(date -> conditions.add(new Condition.Said(Days.of(date))));
    conditions.add(new Condition.FoundIn(published, Set.of(), Set.of()));
    SearchPage hits = hits(asked, own, place, typed, published, with(conditions, chosen, Optional.empty()), chosen);
    if (further) {
      return new FoundPage(hits, said(typed), List.of(), List.of(), List.of(), 0, false);
    }
    List<Facets.Facet> facets = new ArrayList<>();
    Map<Optional<Facets.By>, Page<RecordedClaim>> counted = new HashMap<>();
    for (Facets.By by : Facets.By.values()) {
      // A facet that narrows down is counted without itself, so that its other values can be chosen too.
      Optional<Facets.By> without = Optional.of(by).filter(chosen::containsKey);
      Page<RecordedClaim> claims = counted.computeIfAbsent(without, one -> source.ledger().claims(
          new ClaimQuery(with(conditions, chosen, one), ClaimOrder.NEWEST), asked.asOf(), PageRequest.first(COUNTED)));
      facets.add(Facets.count(by, claims.items(), this::outlet, values(own, by.code())));
    }
    Optional<Page<RecordedClaim>> all = Optional.ofNullable(counted.get(Optional.<Facets.By>empty()));
    return new FoundPage(hits, said(typed), words.map(_ -> names(asked, typed.words())).orElse(List.of()),
        incidents(asked, words, typed.date()), facets, all.map(page -> page.items().size()).orElse(0),
        all.flatMap(Page::next).isPresent());
  }

  private static Optional<String> said(SearchWords typed) {
    return typed.date().map(date -> DateCard.of(date).words());
  }

  private static List<Condition> with(List<Condition> conditions, Map<Facets.By, Condition> chosen,
      Optional<Facets.By> without) {
    List<Condition> all = new ArrayList<>(conditions);
    chosen.forEach((by, condition) -> {
      if (without.filter(by::equals).isEmpty()) {
        all.add(condition);
      }
    });
    return all;
  }

  /// What the answer is narrowed down to, in the words of a question about claims.
  private Map<Facets.By, Condition> chosen(Asked asked, List<Frame.Param> own) {
    Map<Facets.By, Condition> chosen = new EnumMap<>(Facets.By.class);
    Lookup lookup = new Lookup(source.ledger(), asked.asOf(), asked.view().orElse(View.ANY),
        day -> source.parts(day, Optional.empty()));
    for (Facets.By by : Facets.By.values()) {
      List<String> values = values(own, by.code());
      if (!values.isEmpty()) {
        // Years are no alternatives to a question, which takes one stretch: from the first to the last.
        List<String> asking = by == Facets.By.YEAR ? List.of(stretch(values)) : values;
        chosen.put(by, new ClaimQuestion(Map.of(by.slot(), asking), "").query(lookup, ClaimOrder.NEWEST).all()
            .getFirst());
      }
    }
    return chosen;
  }

  static String stretch(List<String> years) {
    List<String> sorted = years.stream().sorted().toList();
    return sorted.size() == 1 ? sorted.getFirst() : sorted.getFirst() + ".." + sorted.getLast();
  }

  private SearchPage hits(Asked asked, List<Frame.Param> own, String place, SearchWords typed, Days published,
      List<Condition> conditions, Map<Facets.By, Condition> chosen) {
    Ledger ledger = source.ledger();
    PageRequest part = QuestionPages.part(own);
    ClaimCards cards = new ClaimCards(ledger, Stems.FORMS);
    Optional<TextQuery> words =
        typed.words().isEmpty() ? Optional.empty() : Optional.of(TextQuery.parse(typed.words()));
    // Documents have no type, claimant or certainty: who asks for one asks for claims.
    boolean documentsToo = chosen.keySet().stream()
        .allMatch(by -> by == Facets.By.LANGUAGE || by == Facets.By.PUBLISHER);
    Optional<Page<DocumentHit>> documents = place.equals("quotes") || !documentsToo ? Optional.empty()
        : Optional.of(ledger.documents(new DocumentQuery(words, typed.date().map(date -> both(published, date))
            .orElse(published), Set.copyOf(values(own, "language")), Set.copyOf(values(own, "publisher"))),
            asked.asOf(), part));
    Optional<Page<RecordedClaim>> claims = place.equals("documents") ? Optional.empty()
        : Optional.of(ledger.claims(new ClaimQuery(conditions, words.isPresent() ? ClaimOrder.BEST : ClaimOrder.NEWEST),
            asked.asOf(), part));
    return new SearchPage(documents.map(page -> cards.documents(page.items())),
        documents.flatMap(Page::next).map(Cursor::text),
        claims.map(page -> cards.quotes(page.items(), words)), claims.flatMap(Page::next).map(Cursor::text));
  }

  private static Days both(Days published, PartialDate said) {
    Days days = Days.of(said);
    return published.from().isEmpty() && published.to().isEmpty() ? days : published;
  }

  /// Who is called so, exactly; names are many, and claims in which they stand are counted from the index.
  private List<FoundPage.NameHit> names(Asked asked, String words) {
    String name = words.replace("\"", "").strip();
    if (name.split("\\s+").length > 8) {
      return List.of();
    }
    Set<String> all = new HashSet<>(Namesakes.of(name));
    long accused = count(asked.asOf(), SlotRole.ACCUSED, all);
    long says = count(asked.asOf(), SlotRole.CLAIMANT, all);
    long hit = count(asked.asOf(), SlotRole.VICTIM, all);
    return accused + says + hit == 0 ? List.of()
        : List.of(
            new FoundPage.NameHit(Namesakes.filed(name).orElse(spelt(asked.asOf(), all, name)), accused, says, hit));
  }

  private long count(AsOf asOf, SlotRole role, Set<String> names) {
    return source.ledger().count(ClaimQuery.of(new Condition.WithParty(Set.of(role), names)), asOf);
  }

  /// As the ledger spells it.
  private String spelt(AsOf asOf, Set<String> names, String typed) {
    Set<String> keys = names.stream().map(org.tingbok.mention.NameKey::of).collect(Collectors.toSet());
    return source.ledger().claims(ClaimQuery.of(new Condition.WithParty(
        Set.of(SlotRole.ACCUSED, SlotRole.CLAIMANT, SlotRole.VICTIM), names)), asOf, PageRequest.first(1)).items()
        .stream().flatMap(claim -> claim.claim().slots().stream()).map(slot -> slot.party().name())
        .filter(name -> keys.contains(org.tingbok.mention.NameKey.of(name))).findFirst().orElse(typed);
  }

  private List<FoundPage.IncidentHit> incidents(Asked asked, Optional<TextQuery> words, Optional<PartialDate> date) {
    List<Condition> conditions = new ArrayList<>();
    words.ifPresent(one -> conditions.add(new Condition.OfIncident(one)));
    date.ifPresent(day -> conditions.add(new Condition.Happened(Days.of(day))));
    Map<String, FoundPage.IncidentHit> found = new LinkedHashMap<>();
    for (RecordedClaim claim : source.ledger()
        .claims(new ClaimQuery(conditions, ClaimOrder.NEWEST), asked.asOf(), PageRequest.first(COUNTED)).items()) {
      claim.claim().account().ifPresent(account -> found.computeIfAbsent(account.label().toLowerCase(Locale.ROOT),
          _ -> new FoundPage.IncidentHit(account.id(), account.label(), DateCard.of(account.period()),
              claim.claim().evidence().getFirst().quote().replaceAll("\\s+", " "))));
      if (found.size() == INCIDENTS) {
        break;
      }
    }
    return List.copyOf(found.values());
  }

  private Facets.Outlet outlet(RecordedClaim claim) {
    DocumentId id = claim.claim().document();
    synchronized (outlets) {
      Optional<Facets.Outlet> known = Optional.ofNullable(outlets.get(id));
      if (known.isPresent()) {
        return known.get();
      }
    }
    Document document = source.ledger().document(id).orElseThrow().reading().document();
    Facets.Outlet outlet = new Facets.Outlet(document.language(), document.publisher().stream().toList());
    synchronized (outlets) {
      if (outlets.size() > OUTLETS) {
        outlets.clear();
      }
      outlets.put(id, outlet);
    }
    return outlet;
  }
}
