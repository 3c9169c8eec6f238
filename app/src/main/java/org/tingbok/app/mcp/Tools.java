package org.tingbok.app.mcp;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tingbok.analysis.View;
import org.tingbok.app.api.Holdings;
import org.tingbok.app.desk.ActorPage;
import org.tingbok.app.desk.ClaimCard;
import org.tingbok.app.desk.ClaimCards;
import org.tingbok.app.desk.ClaimPage;
import org.tingbok.app.desk.ClaimQuestion;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.DisputeCard;
import org.tingbok.app.desk.DocumentPage;
import org.tingbok.app.desk.IncidentPage;
import org.tingbok.app.desk.Lookup;
import org.tingbok.app.desk.Ranges;
import org.tingbok.app.desk.SearchPage;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.DocumentQuery;
import org.tingbok.query.PageRequest;
import org.tingbok.query.TextQuery;
import org.tingbok.store.Stems;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.PartialDate;

/// The questions that an assistant may ask. Safe for use by several threads.
final class Tools {
  private static final int USUAL = 20;
  private static final int MOST = 100;
  private static final int LONGEST = 1000;
  private static final int LONGEST_TEXT = 20_000;

  private final Holdings holdings;

  Tools(Holdings holdings) {
    this.holdings = holdings;
  }

  /// A question that may be asked.
  ///
  /// @param title for people
  /// @param description for the assistant
  /// @param slots what it takes besides the day, the view and the limit
  /// @param answer how it is answered
  record Tool(String name, String title, String description, List<ToolSchemas.Slot> slots,
      Function<Asked, Told> answer) {
    List<ToolSchemas.Slot> allSlots() {
      return Stream.concat(slots.stream(), Stream.of(
          ToolSchemas.Slot.text("as_of", "What had been said by the end of that day, month or year, as in 2021-06-30"),
          ToolSchemas.Slot.text("view",
              "Whose word is taken on which names are one: any (usual), all, a source's name"),
          ToolSchemas.Slot.number("limit", 1, MOST, "How many claims at most (usual: " + USUAL + ")"))).toList();
    }
  }

  /// What somebody asks.
  record Asked(Map<String, Object> slots) {
    Optional<String> text(String name) {
      return Optional.ofNullable(slots.get(name)).map(Object::toString).map(String::strip)
          .filter(text -> !text.isEmpty()).map(text -> {
            if (text.length() > LONGEST) {
              throw new BadInputException("QUERY_TOO_LONG", name + " has more than " + LONGEST + " characters");
            }
            return text;
          });
    }

    String needed(String name) {
      return text(name).orElseThrow(() -> new BadInputException("USAGE", "give " + name));
    }

    int number(String name, int usual) {
      return slots.get(name) instanceof Number number ? Math.max(0, number.intValue()) : usual;
    }

    int limit() {
      return Math.clamp(number("limit", USUAL), 1, MOST);
    }

    AsOf asOf() {
      return text("as_of").map(text -> new AsOf(PartialDate.parse(text).last(), Optional.empty())).orElse(AsOf.NOW);
    }

    Optional<View> view() {
      return text("view").map(View::parse);
    }
  }

  List<Tool> all() {
    return List.of(
        new Tool("search", "Search reports and claims",
            "Claims whose quotes have words, and reports that have them. Words all"
                + " have to be there; \"a phrase\", begin*, -without.",
            List.of(ToolSchemas.Slot.text("words", "What to look for").must()), this::search),
        new Tool("claims", "Claims by who says what of whom",
            "Claims for which all that is given holds: who accuses whom, of"
                + " which incident, when. The newest first.",
            questions(), this::claims),
        new Tool("incident", "An incident",
            "Who is held responsible for an incident, by whom, since when, how surely; who denies"
                + " it; where claims conflict.",
            List.of(ToolSchemas.Slot.text("id", "Its id, or words of its name or victims").must()),
            this::incident),
        new Tool("actor", "An actor",
            "What is said of a group, state, body or person: names, for whom it acts, what it is accused"
                + " of, what it denies.",
            List.of(ToolSchemas.Slot.text("id", "Its id, or a name").must()), this::actor),
        new Tool("disputes", "Where claims conflict",
            "Claims that cannot all hold: on accused, date, victim, alias, or denied.",
            List.of(ToolSchemas.Slot.text("words", "Only those with these words in their explanation or incident")),
            this::disputes),
        new Tool("claim", "A claim's evidence",
            "One claim with its words in their paragraph, the chain from the claimant to the"
                + " reader, and what was done about it.",
            List.of(ToolSchemas.Slot.text("id", "Its id, claim--…, or the beginning of that").must()), this::claim),
        new Tool("document", "A report", "One report: its claims, and its text, a part at a time.",
            List.of(ToolSchemas.Slot.text("id", "Its id, document--…, or the beginning of that").must(),
                ToolSchemas.Slot.number("from_paragraph", 0,
                    1_000_000, "Where to go on (usual: 0)")),
            this::document));
  }

  private static List<ToolSchemas.Slot> questions() {
    List<ToolSchemas.Slot> slots = new ArrayList<>();
    for (ClaimQuestion.Slot slot : ClaimQuestion.Slot.values()) {
      slots.add(ToolSchemas.Slot.text(slot.code().replace('-', '_'), switch (slot) {
        case TYPE ->
          "attribution, non-attribution, denial, alias, affiliation, response, impact, method; several by commas";
        case CERTAINTY -> "asserted, high, moderate, low; several by commas";
        case INCIDENT -> "Words or id of an incident";
        case ACCUSED -> "Who is held responsible";
        case CLAIMANT -> "Who says it";
        case CLAIMANT_KIND -> "state, body, organisation, threat-actor, person";
        case STATE -> "The state of whoever says it, ISO 3166 or in words";
        case ACCUSED_STATE -> "The state of the accused";
        case VICTIM -> "Who was hit";
        case VICTIM_STATE -> "The state of who was hit";
        case SECTOR -> "The sector of who was hit";
        case HAPPENED -> "When it happened, as in 2019 or 2019-01..2019-06";
        case SAID -> "When it was said, likewise";
        case RECORDED -> "When the ledger recorded it, likewise";
        case DOCUMENT -> "The report that it stands in";
        case LANGUAGE -> "The language of the report";
        case PUBLISHER -> "Who published the report";
        case QUOTE -> "Words of its quote";
      }));
    }
    return slots;
  }

  private Desk desk(Asked asked) {
    return holdings.desks().apply(asked.asOf(), asked.view());
  }

  private Told search(Asked asked) {
    DocumentQuery query = new DocumentQuery(Optional.of(TextQuery.parse(asked.needed("words"))),
        Ranges.days("published", ""), Set.of(), Set.of());
    SearchPage page = new ClaimCards(holdings.ledger(), Stems.FORMS).search(query, true, true, asked.asOf(),
        PageRequest.first(asked.limit()));
    List<ClaimCard> claims = page.quotes().orElse(List.of()).stream().map(ClaimCards.QuoteCard::claim).toList();
    List<ClaimCards.HitCard> hits = page.documents().orElse(List.of());
    String summary = hits.size() + " reports" + (page.nextDocuments().isPresent() ? " or more" : "") + " and "
        + claims.size() + " claims" + (page.nextQuotes().isPresent() ? " or more" : "") + " have "
        + asked.needed("words");
    return Told.of("search", summary, asked.asOf(), claims, asked.limit())
        .with(hits.stream().map(ClaimCards.HitCard::document).toList(),
            hits.stream().map(hit -> hit.excerpt().text()).toList(), 0);
  }

  private Told claims(Asked asked) {
    Map<ClaimQuestion.Slot, List<String>> slots = new EnumMap<>(ClaimQuestion.Slot.class);
    for (ClaimQuestion.Slot slot : ClaimQuestion.Slot.values()) {
      asked.text(slot.code().replace('-', '_')).ifPresent(text -> slots.put(slot, List.of(text)));
    }
    AsOf asOf = asked.asOf();
    ClaimQuery query = new ClaimQuestion(slots, "").query(new Lookup(holdings.ledger(), asOf,
        asked.view().orElse(View.ANY), day -> holdings.parts().apply(day, asked.view())), ClaimOrder.NEWEST);
    List<RecordedClaim> found = holdings.ledger().claims(query, asOf, PageRequest.first(asked.limit())).items();
    int all = Math.toIntExact(holdings.ledger().count(query, asOf));
    return new Told("claims", all + " claims fit", asOf, new ClaimCards(holdings.ledger(), Stems.FORMS).claims(found),
        List.of(), List.of(), List.of(), all - found.size());
  }

  private Told incident(Asked asked) {
    Desk desk = desk(asked);
    String key = asked.needed("id");
    IncidentPage page = desk.incidents().page(key);
    int others = desk.incidents().alsoFitting(key).size();
    return Told.of(page.card().name() + " [" + page.card().id() + "]", page.card().name() + " (" + page.card().period()
        .words() + "): " + page.summary() + (others == 0 ? "" : " " + others + " further incidents fit these words"),
        asked.asOf(), page.newestFirst(), asked.limit()).disputed(page.disputes());
  }

  private Told actor(Asked asked) {
    ActorPage page = desk(asked).actors().page(asked.needed("id"));
    List<ClaimCard> claims = Stream.of(page.affiliations().stream(),
        page.names().stream().flatMap(name -> name.claims().stream()), page.roles().stream().flatMap(
            role -> Stream.of(role.accused(), role.denials(), role.cleared()).flatMap(List::stream)))
        .flatMap(all -> all).toList();
    String summary = page.party().name() + (page.known().isEmpty() ? ""
        : ", by some also "
            + String.join(", ", page.known()))
        + ": accused in " + page.roles().stream().filter(
            role -> !role.accused().isEmpty()).count()
        + " incidents; names as by the view " + page.view();
    return Told.of(page.party().name() + " [" + page.id() + "]", summary, asked.asOf(), claims, asked.limit());
  }

  private Told disputes(Asked asked) {
    String words = asked.text("words").orElse("").toLowerCase(java.util.Locale.ROOT);
    List<DisputeCard> all = desk(asked).disputes().stream().filter(one -> (one.explanation() + " " + one.incident()
        .map(ClaimCard.IncidentName::name).orElse("") + " " + one.title()).toLowerCase(java.util.Locale.ROOT)
        .contains(words)).toList();
    List<DisputeCard> some = all.stream().limit(asked.limit()).toList();
    List<ClaimCard> claims = some.stream().flatMap(one -> one.sides().stream()).flatMap(side -> side.claims().stream())
        .distinct().toList();
    return new Told("disputes", all.size() + " disputes", asked.asOf(), claims, some, List.of(), List.of(),
        all.size() - some.size());
  }

  private Told claim(Asked asked) {
    ClaimPage page = desk(asked).documents().claim(asked.needed("id"));
    String chain = String.join("; ", page.chain().stream().map(link -> link.part() + " " + link.name()
        + (link.detail().isBlank() ? "" : " (" + link.detail() + ")")).toList());
    String history = String.join("; ", page.history().stream().map(ClaimPage.ActCard::words).toList());
    String summary = Stream.of(page.claim().summary(), chain, history, page.gone().orElse(""))
        .filter(part -> !part.isBlank()).reduce((a, b) -> a + ". " + b).orElse("");
    return Told.of(page.claim().id(), summary, asked.asOf(), List.of(page.claim()), 1)
        .with(page.elsewhere(), page.paragraphs().stream().map(Tools::text).toList(), 0);
  }

  private static String text(DocumentPage.ParagraphCard paragraph) {
    return String.join("", paragraph.pieces().stream().map(DocumentPage.PieceCard::text).toList());
  }

  private Told document(Asked asked) {
    DocumentPage page = desk(asked).documents().page(asked.needed("id"));
    List<String> body = page.paragraphs().stream().filter(DocumentPage.ParagraphCard::body).map(Tools::text).toList();
    int from = Math.min(asked.number("from_paragraph", 0), body.size());
    List<String> some = new ArrayList<>();
    int length = 0;
    for (String paragraph : body.subList(from, body.size())) {
      length += paragraph.length();
      if (!some.isEmpty() && length > LONGEST_TEXT) {
        break;
      }
      some.add(paragraph.length() > LONGEST_TEXT ? paragraph.substring(0, LONGEST_TEXT) : paragraph);
    }
    int rest = body.size() - from - some.size();
    String summary = page.imprint() + ": " + page.claims().size() + " claims"
        + page.erased().map(erased -> "; " + erased.words()).orElse("")
        + page.retracted().map(retracted -> "; " + retracted.words()).orElse("")
        + (rest == 0 ? "" : "; " + rest + " paragraphs more from paragraph " + (from + some.size()));
    return Told.of(page.title() + " [" + page.id() + "]", summary, asked.asOf(), page.claims(), asked.limit())
        .with(page.copies(), some, 0);
  }

  /// What an id stands for.
  Told resource(String kind, String id) {
    Asked asked = new Asked(Map.of("id", Objects.requireNonNullElse(id, "")));
    return kind.equals("claim") ? claim(asked) : document(asked);
  }
}
