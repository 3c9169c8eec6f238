package org.tingbok.app.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tingbok.analysis.View;
import org.tingbok.app.desk.ActorPage;
import org.tingbok.app.desk.Briefs;
import org.tingbok.app.desk.ClaimPage;
import org.tingbok.app.desk.ClaimQuestion;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.DisputeCard;
import org.tingbok.app.desk.DocumentPage;
import org.tingbok.app.desk.Extraction;
import org.tingbok.app.desk.IncidentCard;
import org.tingbok.app.desk.IncidentPage;
import org.tingbok.app.desk.Lookup;
import org.tingbok.app.desk.Part;
import org.tingbok.app.desk.Ranges;
import org.tingbok.app.desk.SourcesPage;
import org.tingbok.app.desk.Stories;
import org.tingbok.app.desk.TimelinePage;
import org.tingbok.exchange.Extract;
import org.tingbok.exchange.brief.Brief;
import org.tingbok.exchange.csv.ClaimTable;
import org.tingbok.exchange.names.Csv;
import org.tingbok.ledger.Ledger;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Condition;
import org.tingbok.query.TextQuery;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.NotFoundException;

/// Every page as something to take away: its address with `.stix.json`, `.misp.json`, `.contract.json`, `.csv` or `.md` behind
/// it; and briefs to print.
final class ExportPages {
  private static final Set<String> SEARCHED = Set.of("q", "published", "language", "publisher");
  private static final int LONGEST_NAME = 60;

  private final LedgerSource source;
  private final Answers answers;

  ExportPages(LedgerSource source, Answers answers) {
    this.source = source;
    this.answers = answers;
  }

  void route(Routes routes) {
    // A path ends with a key, so what stands behind the key is looked at before the page is.
    routes.before(this::file);
    routes.get("/incident/{key}/brief", context -> printed(context, List.of("incident", context.pathParam("key"))));
    routes.get("/actor/{key}/brief", context -> printed(context, List.of("actor", context.pathParam("key"))));
    routes.get("/dispute/{key}/brief", context -> printed(context, List.of("dispute", context.pathParam("key"))));
    routes.get("/between/{key}/{other}/brief",
        context -> printed(context, List.of("between", context.pathParam("key"), context.pathParam("other"))));
    routes.get(answers.printedPath(), answers::printed);
    routes.get("/cite.js", answers::copying);
  }

  /// Where a page's briefs link to.
  static Briefs briefs(Desk desk, Context context) {
    return new Briefs(desk, Optional.of(Entrance.of(context.req()).origin()));
  }

  private void file(Context context) {
    Optional<ExportFormat> asked = ExportFormat.of(context.path());
    if (asked.isEmpty() || !context.method().name().equals("GET") || context.path().startsWith(MispFeedPages.PATH)) {
      return;
    }
    ExportFormat format = asked.get();
    String path = context.path().substring(1, context.path().length() - format.ending().length() - 1);
    List<String> words = Stream.of(path.split("/", -1)).map(ExportPages::decoded).toList();
    Request request = Request.of(source, context);
    Taken taken = taken(words, request, context);
    context.contentType(format.type()).header("Cache-Control", "no-cache").header("Content-Disposition",
        "attachment; filename=\"" + name(words.getFirst(), taken.title()) + "." + format.ending() + "\"");
    try (OutputStream out = context.outputStream()) {
      taken.write(format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    context.skipRemainingHandlers();
  }

  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new NotFoundException("PAGE_UNKNOWN", "no page of that address; begin at the list of incidents", e);
    }
  }

  /// A name that every file system takes.
  static String name(String kind, String title) {
    String plain = Normalizer.normalize(title, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-");
    String cut = plain.substring(0, Math.min(plain.length(), LONGEST_NAME)).replaceAll("^-+|-+$", "");
    String named = cut.isEmpty() || kind.startsWith(cut) || cut.startsWith(kind) ? cut : kind + "-" + cut;
    return "tingbok-" + (named.isEmpty() ? "export" : named);
  }

  /// What a page is taken away as.
  private record Taken(String title, Optional<Extract> extract, Optional<Brief> brief, Desk desk, Briefs briefs,
      String kicker, Optional<SourcesPage> grades) {
    void write(ExportFormat format, OutputStream out) throws IOException {
      if (grades.isPresent() && format == ExportFormat.CSV) {
        out.write(table(grades.get()).getBytes(StandardCharsets.UTF_8));
      } else if (brief.isPresent() && format == ExportFormat.MARKDOWN) {
        out.write(brief.get().markdown().getBytes(StandardCharsets.UTF_8));
      } else {
        format.write(out, extract.orElseThrow(() -> new NotFoundException("PAGE_UNKNOWN",
            "grades of sources are no claims; take them as .csv or .md")),
            some -> briefs.claims(kicker, some).markdown());
      }
    }

    private static String table(SourcesPage page) {
      StringBuilder table = new StringBuilder(Csv.line(List.of("source", "grade", "day", "by", "reason"), ','));
      page.grades().forEach(grade -> grade.history().forEach(entry -> table.append(Csv.line(
          Stream.of(grade.source(), entry.reliability().orElse(""), entry.day(), entry.by(), entry.reason())
              .map(ClaimTable::guarded).toList(),
          ','))));
      return table.toString();
    }
  }

  private Taken taken(List<String> words, Request request, Context context) {
    String kind = words.getFirst();
    String more = words.size() > 2 ? words.get(2) : "";
    Part part = part(kind, words.size() > 1 ? words.get(1) : "", more, request);
    Desk desk = part.desk();
    String key = part.id();
    Extraction claims = new Extraction(source.ledger(), desk);
    Stories stories = new Stories(desk);
    Briefs briefs = briefs(desk, context);
    return switch (kind + (words.size() > 1 ? "/" : "") + (words.size() > 2 && !kind.equals("names") ? "/" : "")) {
      case "incident/" -> {
        IncidentPage page = desk.incidents().page(key);
        yield new Taken(page.card().name(),
            Optional.of(claims.incidents(page.card().name(), List.of(page.card().id()))),
            Optional.of(briefs.incident(page)), desk, briefs, "Incident", Optional.empty());
      }
      case "actor/" -> {
        ActorPage page = desk.actors().page(key);
        yield new Taken(page.party().name(), Optional.of(claims.actor(page)), Optional.of(briefs.actor(page)), desk,
            briefs, "Actor", Optional.empty());
      }
      case "dispute/" -> {
        DisputeCard card = desk.dispute(key);
        yield new Taken(card.title(), Optional.of(claims.disputes(card.title(), List.of(card))),
            Optional.of(briefs.dispute(card)), desk, briefs, "Dispute", Optional.empty());
      }
      case "disputes" -> new Taken("Disputes", Optional.of(claims.disputes("Disputes", desk.disputes())),
          Optional.of(briefs.disputes(desk.disputes())), desk, briefs, "Disputes", Optional.empty());
      case "document/" -> {
        DocumentPage page = desk.documents().page(key);
        yield list(claims.document(page), "Document", desk, briefs);
      }
      case "claim/" -> {
        ClaimPage page = desk.documents().claim(key);
        yield list(claims.cards(page.claim().summary(), List.of(page.claim())), "Claim", desk, briefs);
      }
      case "incident//", "actor//", "claim//" -> told(kind, key, more, claims, stories, desk, briefs);
      case "between//" -> {
        TimelinePage page = stories.timeline(List.of(Lookup.state(key), Lookup.state(more)));
        yield new Taken(page.of(), Optional.of(claims.timeline(page)), Optional.of(briefs.timeline(page)), desk, briefs,
            "Between states", Optional.empty());
      }
      case "between" -> list(claims.betweenStates(), "Between states", desk, briefs);
      case "names", "contradictions" -> list(claims.names(), "Names", desk, briefs);
      case "names/" -> list(claims.actor(desk.actors().page(String.join("/", words.subList(1, words.size())))), "Names",
          desk, briefs);
      case "claims" -> list(asked(context, request, claims), "Claims", desk, briefs);
      case "search" -> list(searched(context, request, claims), "Search", desk, briefs);
      case "sources" ->
        new Taken("Sources", Optional.empty(), Optional.of(briefs.sources(desk.sources())), desk, briefs,
            "Sources", Optional.of(desk.sources()));
      case "incidents" -> request.query().isEmpty() ? list(claims.everything(), "Ledger", desk, briefs)
          : list(claims.incidents("Incidents with " + request.query(), desk.incidents().with(request.query()).stream()
              .map(IncidentCard::id).toList()), "Incidents", desk, briefs);
      case "actors", "documents" -> list(claims.everything(), "Ledger", desk, briefs);
      default -> throw new NotFoundException("PAGE_UNKNOWN",
          "no page " + context.path() + " to take away; begin at the list of incidents");
    };
  }

  /// As much of the ledger as a page tells of.
  private static Part part(String kind, String key, String more, Request request) {
    return switch (key.isEmpty() ? "" : kind) {
      case "incident" -> request.parts().incident(key);
      case "document" -> request.parts().document(key);
      case "claim" -> more.equals("origins") ? request.parts().origins(key) : request.parts().claim(key);
      default -> new Part(kind.equals("sources") ? request.parts().nothing() : request.desk(), key);
    };
  }

  private static Taken list(Extract extract, String kicker, Desk desk, Briefs briefs) {
    return new Taken(extract.title(), Optional.of(extract), Optional.empty(), desk, briefs, kicker, Optional.empty());
  }

  private static Taken told(String kind, String key, String more, Extraction claims, Stories stories, Desk desk,
      Briefs briefs) {
    if (more.equals("timeline") && !kind.equals("claim")) {
      String id =
          kind.equals("incident") ? desk.incidents().page(key).card().id() : desk.actors().page(key).party().name();
      TimelinePage page = stories.timeline(List.of(id));
      return new Taken("Time line of " + page.of(), Optional.of(claims.timeline(page)),
          Optional.of(briefs.timeline(page)),
          desk, briefs, "Time line", Optional.empty());
    }
    if (more.equals("origins") && !kind.equals("actor")) {
      String title = "Origins of " + (kind.equals("incident") ? desk.incidents().page(key).card().name()
          : desk.documents().claim(key).claim().summary());
      return list(claims.origins(title, stories.origins(key)), "Origins", desk, briefs);
    }
    throw new NotFoundException("PAGE_UNKNOWN", "no page /" + kind + "/" + key + "/" + more + " to take away");
  }

  private Extract asked(Context context, Request request, Extraction claims) {
    Map<ClaimQuestion.Slot, List<String>> typed = new EnumMap<>(ClaimQuestion.Slot.class);
    Set<String> slots = Stream.of(ClaimQuestion.Slot.values()).map(Coded::code).collect(Collectors.toSet());
    List<Frame.Param> own = Asked.own(context, slots);
    own.forEach(param -> Coded.find(ClaimQuestion.Slot.class, param.name())
        .ifPresent(slot -> typed.computeIfAbsent(slot, _ -> new java.util.ArrayList<>()).add(param.value())));
    Ledger ledger = source.ledger();
    Lookup lookup = new Lookup(ledger, request.asked().asOf(), request.asked().view().orElse(View.ANY),
        day -> source.parts(day, Optional.empty()));
    String title = own.isEmpty() ? "All claims"
        : "Claims with " + own.stream()
            .map(param -> param.name() + " " + param.value()).collect(Collectors.joining(", "));
    return claims.matching(title, new ClaimQuestion(typed, "").query(lookup, ClaimOrder.RECORDED));
  }

  private static Extract searched(Context context, Request request, Extraction claims) {
    if (request.query().isEmpty()) {
      throw new BadInputException("USAGE", "search for words: ?q=WORDS");
    }
    List<Frame.Param> own = Asked.own(context, SEARCHED);
    return claims.matching("Quotes with " + request.query(), ClaimQuery.of(
        new Condition.Quotes(TextQuery.parse(request.query())),
        new Condition.FoundIn(Ranges.days("published", value(own, "published")), values(own, "language"),
            values(own, "publisher"))));
  }

  private static String value(List<Frame.Param> own, String slot) {
    return values(own, slot).stream().findFirst().orElse("");
  }

  private static Set<String> values(List<Frame.Param> own, String slot) {
    return own.stream().filter(param -> param.name().equals(slot)).map(Frame.Param::value).collect(Collectors.toSet());
  }

  /// A page of its own, to print.
  private void printed(Context context, List<String> words) {
    Request request = Request.of(source, context);
    Taken taken = taken(words, request, context);
    Brief brief = taken.brief().orElseThrow();
    String of = "/" + String.join("/", words.stream().map(Frame::encoded).toList());
    Frame frame = answers.frame(request.asked(), taken.desk(), brief.title(), of, words.getFirst());
    answers.bare(context, "brief.jte", Map.of("brief", brief, "style", answers.printedPath(), "inline", "", "back",
        frame.self(), "markdown", frame.as(".md"), "address", frame.link(of + "/brief")));
  }
}
