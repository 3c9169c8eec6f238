package org.tingbok.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tingbok.analysis.View;
import org.tingbok.app.desk.ActorPage;
import org.tingbok.app.desk.CardJson;
import org.tingbok.app.desk.ClaimCard;
import org.tingbok.app.desk.ClaimPage;
import org.tingbok.app.desk.ContradictionsPage;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.DisputeCard;
import org.tingbok.app.desk.DocumentPage;
import org.tingbok.app.desk.IncidentCard;
import org.tingbok.app.desk.IncidentPage;
import org.tingbok.app.desk.KnownName;
import org.tingbok.app.desk.NamesPage;
import org.tingbok.ledger.AsOf;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.TingbokException;

/// The routes: each asks the desk one question and answers with a page or, where `.json` is asked for, with its cards.
final class Pages {
  private static final Logger LOG = LoggerFactory.getLogger(Pages.class);
  private static final int LISTED = 100;
  private static final int LONGEST_QUERY = 200;
  private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Map<String, String> HEADERS = Map.of("Content-Security-Policy",
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      "X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY", "Referrer-Policy", "same-origin",
      "Cross-Origin-Opener-Policy", "same-origin", "Cross-Origin-Resource-Policy", "same-origin",
      "Permissions-Policy", "camera=(), geolocation=(), microphone=()");

  private final LedgerSource source;
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final byte[] style = resource("style.css");
  private final byte[] icon = resource("icon.svg");
  private final String stylePath = "/style-" + ContentId.sha256(style).substring(0, 12) + ".css";

  private final DecisionForm decisions;

  Pages(LedgerSource source) {
    this.source = source;
    this.decisions = new DecisionForm(source);
  }

  void route(RoutesConfig routes) {
    routes.before(Pages::guard);
    routes.get("/", this::incidents);
    for (String twin : new String[] {"", ".json"}) {
      routes.get("/incidents" + twin, this::incidents);
      routes.get("/actors" + twin, this::actors);
      routes.get("/contradictions" + twin, this::contradictions);
      routes.get("/disputes" + twin, this::disputes);
      routes.get("/documents" + twin, this::documents);
    }
    routes.get("/incident/{key}", this::incident);
    routes.get("/actor/{key}", this::actor);
    routes.get("/names/{key}", this::names);
    routes.post("/decisions", decisions::decide);
    routes.get("/document/{key}", this::document);
    routes.get("/claim/{key}", this::claim);
    routes.get(stylePath, context -> fixed(context, style, "text/css; charset=utf-8"));
    routes.get("/icon.svg", context -> fixed(context, icon, "image/svg+xml"));
    routes.exception(TingbokException.class, this::known);
    routes.exception(DecisionForm.Refused.class,
        (error, context) -> problem(context, 403, error.code(), String.valueOf(error.getMessage())));
    routes.exception(HttpResponseException.class, (error, context) -> {
      if (error.getStatus() == 404) {
        unknown(context);
      } else {
        problem(context, error.getStatus(), "HTTP_" + error.getStatus(), String.valueOf(error.getMessage()));
      }
    });
    routes.exception(Exception.class, this::fault);
    routes.error(404, context -> {
      if (context.attribute("problem") == null) {
        unknown(context);
      }
    });
  }

  private void unknown(Context context) {
    problem(context, 404, "PAGE_UNKNOWN", "no page " + context.path() + "; begin at the list of incidents");
  }

  /// Headers for every answer; and no answer to pages of elsewhere that were made to point here.
  private static void guard(Context context) {
    HEADERS.forEach(context::header);
    String host = Objects.requireNonNullElse(context.header("Host"), "localhost").toLowerCase(Locale.ROOT);
    int port = host.lastIndexOf(':');
    if (!HOSTS.contains(port > host.lastIndexOf(']') ? host.substring(0, port) : host)) {
      throw new HttpResponseException(421, "this server answers as localhost only", Map.of());
    }
  }

  /// What a request asks for besides its path.
  private record Request(Desk desk, Optional<String> asOf, Optional<String> view, String query, boolean json) {
  }

  private Request request(Context context) {
    Optional<String> asked = asked(context, "as-of").or(() -> asked(context, "day").map(Pages::dayOfSlider));
    Optional<View> view = asked(context, "view").map(View::parse);
    AsOf asOf = asked.map(Pages::asOf).orElse(AsOf.NOW);
    String query = Objects.requireNonNullElse(context.queryParam("q"), "").strip();
    if (query.length() > LONGEST_QUERY) {
      throw new BadInputException("QUERY_TOO_LONG",
          "more than " + LONGEST_QUERY + " characters of search; ask with fewer");
    }
    return new Request(source.desk(asOf, view), asOf.said().map(Object::toString), view.map(View::text), query,
        wantsJson(context));
  }

  private static Optional<String> asked(Context context, String slot) {
    return Optional.ofNullable(context.queryParam(slot)).map(String::strip).filter(text -> !text.isEmpty());
  }

  /// What a slider sends: days since 1970.
  private static String dayOfSlider(String days) {
    return days.matches("\\d{1,6}") ? LocalDate.ofEpochDay(Integer.parseInt(days)).toString() : days;
  }

  private static AsOf asOf(String text) {
    try {
      return new AsOf(PartialDate.parse(text).last(), Optional.empty());
    } catch (BadInputException e) {
      throw new BadInputException(e.code(), "as of '" + text + "': give a day that exists, as in 2021-06-30", e);
    }
  }

  private static boolean wantsJson(Context context) {
    String accept = Objects.requireNonNullElse(context.header("Accept"), "");
    return context.path().endsWith(".json") || (accept.contains("application/json") && !accept.contains("text/html"));
  }

  private static String key(Context context) {
    String key = context.pathParam("key");
    return key.endsWith(".json") ? key.substring(0, key.length() - ".json".length()) : key;
  }

  private Frame frame(Request request, String title, String path, String section) {
    return new Frame(title, path, section, request.asOf, request.view, request.desk.naming().views(), request.query,
        request.desk.unplaced(), stylePath);
  }

  record Incidents(List<IncidentCard> incidents) {
  }

  private void incidents(Context context) {
    Request request = request(context);
    List<IncidentCard> incidents = request.desk.incidents().with(request.query);
    if (request.json) {
      json(context, new Incidents(incidents));
      return;
    }
    int from = Math.clamp(number(context.queryParam("from")), 0, Math.max(0, incidents.size() - 1));
    List<IncidentCard> shown = incidents.subList(from, Math.min(incidents.size(), from + LISTED));
    page(context, "incidents.jte", frame(request, "Incidents", "/", "incidents"),
        Map.of("incidents", shown, "total", incidents.size(), "from", from, "summary", request.desk.summary()));
  }

  private static int number(@org.jspecify.annotations.Nullable String text) {
    return text != null && text.matches("\\d{1,8}") ? Integer.parseInt(text) : 0;
  }

  private void incident(Context context) {
    Request request = request(context);
    IncidentPage incident = request.desk.incidents().page(key(context));
    if (permanent(context, request, "/incident/", incident.card().id())) {
      Frame frame = frame(request, incident.card().name(), "/incident/" + incident.card().id(), "incidents");
      answer(context, request, "incident.jte", frame, incident,
          Map.of("incident", incident, "drawing", TimelineDrawing.of(incident.lanes())));
    }
  }

  record Actors(List<ActorPage> actors) {
  }

  private void actors(Context context) {
    Request request = request(context);
    List<ActorPage> actors = request.desk.actors().all();
    answer(context, request, "actors.jte", frame(request, "Actors", "/actors", "actors"), new Actors(actors),
        Map.of("actors", actors));
  }

  private void actor(Context context) {
    Request request = request(context);
    Optional<KnownName> known = request.desk.naming().onRecord(key(context)) ? Optional.empty()
        : request.desk.naming().knowledge(key(context));
    if (known.isPresent()) {
      known(context, request, known.get());
      return;
    }
    ActorPage actor = request.desk.actors().page(key(context));
    Frame frame = frame(request, actor.party().name(), "/actor/" + Frame.encoded(actor.party().name()), "actors");
    Optional<NamesPage> names = request.desk.names().claims().knows(actor.party().name())
        ? Optional.of(request.desk.naming().page(actor.party().name()))
        : Optional.empty();
    answer(context, request, "actor.jte", frame, new Actor(actor, names), Map.of("actor", actor, "names", names,
        "decisions", decisions.of(actor.party().name(), names),
        "drawing", names.filter(page -> page.rows().size() > 1).map(NameDrawing::of),
        "days", DayChoice.of(request.desk.naming().daysOf(actor.party().name()), request.asOf)));
  }

  record Actor(@com.fasterxml.jackson.annotation.JsonUnwrapped ActorPage actor, Optional<NamesPage> whoSaysSo) {
  }

  private void names(Context context) {
    Request request = request(context);
    NamesPage names = request.desk.naming().page(key(context));
    if (request.json) {
      json(context, names);
    } else if (names.rows().isEmpty() && names.knowledge().isPresent()) {
      known(context, request, names.knowledge().get());
    } else {
      context.redirect(frame(request, "", "", "").actor(names.name()) + "#names");
    }
  }

  /// A name that nobody on record speaks of: what the tables that ship know, and what its shape implies.
  private void known(Context context, Request request, KnownName known) {
    Frame frame = frame(request, known.name(), "/names/" + Frame.encoded(known.name()), "actors");
    answer(context, request, "name.jte", frame, request.desk.naming().page(known.name()), Map.of("known", known));
  }

  private void contradictions(Context context) {
    Request request = request(context);
    ContradictionsPage page = request.desk.naming().contradictions();
    int from = Math.clamp(number(context.queryParam("from")), 0, Math.max(0, page.contradictions().size() - 1));
    answer(context, request, "contradictions.jte",
        frame(request, "Contradicted names", "/contradictions", "actors"), page,
        Map.of("page", page, "from", from, "shown",
            page.contradictions().subList(from, Math.min(page.contradictions().size(), from + LISTED))));
  }

  record Disputes(List<DisputeCard> disputes) {
  }

  private void disputes(Context context) {
    Request request = request(context);
    List<DisputeCard> disputes = request.desk.disputes();
    answer(context, request, "disputes.jte", frame(request, "Disputes", "/disputes", "disputes"),
        new Disputes(disputes), Map.of("disputes", disputes));
  }

  record Documents(List<ClaimCard.DocumentCard> documents) {
  }

  private void documents(Context context) {
    Request request = request(context);
    List<ClaimCard.DocumentCard> documents = request.desk.documents().all();
    answer(context, request, "documents.jte", frame(request, "Documents", "/documents", "documents"),
        new Documents(documents), Map.of("documents", documents));
  }

  private void document(Context context) {
    Request request = request(context);
    DocumentPage document = request.desk.documents().page(key(context));
    if (permanent(context, request, "/document/", document.id())) {
      Frame frame = frame(request, document.title(), "/document/" + document.id(), "documents");
      answer(context, request, "document.jte", frame, document, Map.of("document", document, "text",
          DocumentText.of(document)));
    }
  }

  private void claim(Context context) {
    Request request = request(context);
    ClaimPage claim = request.desk.documents().claim(key(context));
    if (permanent(context, request, "/claim/", claim.claim().id())) {
      Frame frame = frame(request, claim.claim().summary(), "/claim/" + claim.claim().id(), "incidents");
      answer(context, request, "claim.jte", frame, claim, Map.of("page", claim));
    }
  }

  /// Sends who came with words or the beginning of an id on to the permanent address.
  private static boolean permanent(Context context, Request request, String prefix, String id) {
    if (key(context).equals(id)) {
      return true;
    }
    Frame bare = new Frame("", "", "", request.asOf, request.view, List.of(), "", 0, "");
    context.redirect(bare.link(prefix + id + (context.path().endsWith(".json") ? ".json" : "")));
    return false;
  }

  private void answer(Context context, Request request, String template, Frame frame, Object cards,
      Map<String, Object> values) {
    if (request.json) {
      json(context, cards);
    } else {
      page(context, template, frame, values);
    }
  }

  private void page(Context context, String template, Frame frame, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("frame", frame);
    StringOutput html = new StringOutput(1 << 14);
    templates.render(template, all, html);
    send(context, html.toString().getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8");
  }

  private static void json(Context context, Object cards) {
    send(context, CardJson.bytes(cards), "application/json; charset=utf-8");
  }

  /// An answer that may be kept as long as it is asked after; the same content is not sent twice.
  private static void send(Context context, byte[] body, String type) {
    String tag = "W/\"" + ContentId.sha256(body).substring(0, 24) + "\"";
    context.header("ETag", tag).header("Cache-Control", "no-cache").header("Vary", "Accept").contentType(type);
    if (Objects.requireNonNullElse(context.header("If-None-Match"), "").contains(tag)) {
      context.status(304);
    } else {
      context.result(body);
    }
  }

  private static void fixed(Context context, byte[] body, String type) {
    context.header("Cache-Control", "public, max-age=31536000, immutable").contentType(type).result(body);
  }

  private void known(TingbokException error, Context context) {
    int status = switch (error) {
      case org.tingbok.vocabulary.BadInputException _ -> 400;
      case org.tingbok.vocabulary.NotFoundException _ -> 404;
      case org.tingbok.vocabulary.ContentionException _ -> 409;
      case org.tingbok.vocabulary.UnavailableException _ -> 503;
      case org.tingbok.vocabulary.FaultException _ -> 500;
    };
    problem(context, status, error.code(), String.valueOf(error.getMessage()));
  }

  private void fault(Exception error, Context context) {
    LOG.error("{} could not be answered", context.path(), error);
    problem(context, 500, "FAULT", "a defect of Tingbok; what happened is in the window that it runs in");
  }

  /// An error as RFC 9457 has it, with our code.
  record Problem(String type, String title, int status, String code, String detail) {
  }

  private void problem(Context context, int status, String code, String detail) {
    context.attribute("problem", code);
    context.status(status).header("Cache-Control", "no-store");
    String title = io.javalin.http.HttpStatus.forStatus(status).getMessage();
    if (wantsJson(context)) {
      context.contentType("application/problem+json").result(CardJson.bytes(
          new Problem("about:blank", title, status, code, detail)));
      return;
    }
    Frame frame = new Frame(title, "/", "", Optional.empty(), Optional.empty(), List.of(), "", 0, stylePath);
    StringOutput html = new StringOutput();
    templates.render("problem.jte", Map.of("frame", frame, "code", code, "detail", detail), html);
    context.contentType("text/html; charset=utf-8").result(html.toString());
  }

  private static byte[] resource(String name) {
    try (InputStream stream = Objects.requireNonNull(Pages.class.getResourceAsStream(name), name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
