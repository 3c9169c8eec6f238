package org.tingbok.app.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tingbok.app.api.Api;
import org.tingbok.app.desk.ActorPage;
import org.tingbok.app.desk.ActorSides;
import org.tingbok.app.desk.ClaimCard;
import org.tingbok.app.desk.ClaimPage;
import org.tingbok.app.desk.ContradictionsPage;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.DisputeCard;
import org.tingbok.app.desk.DocumentPage;
import org.tingbok.app.desk.IncidentCard;
import org.tingbok.app.desk.IncidentPage;
import org.tingbok.app.desk.KnownName;
import org.tingbok.app.desk.NamesIndex;
import org.tingbok.app.desk.NamesPage;
import org.tingbok.app.desk.PartyCard;
import org.tingbok.app.desk.Part;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.TingbokException;

/// The routes: each asks the desk one question and answers with a page or, where `.json` is asked for, with its cards.
final class Pages {
  private static final Logger LOG = LoggerFactory.getLogger(Pages.class);
  private static final int LISTED = 100;
  private static final int SIDE_BY_SIDE = 25;
  private final LedgerSource source;
  private final Answers answers;
  private final DecisionForm decisions;
  private final QuestionPages questions;
  private final StoryPages stories;
  private final AddPages adding;
  private final ReviewPages reviewing;
  private final MarkPages marking;
  private final RegroupPages regrouping;
  private final SearchPages searching;
  private final WatchPages watching;
  private final ExportPages exporting;
  private final ApiPages api;
  private final FrontPages front;

  Pages(LedgerSource source, Api interfaces, Answers answers) {
    this.source = source;
    this.answers = answers;
    this.decisions = new DecisionForm(source);
    this.questions = new QuestionPages(source, answers);
    this.stories = new StoryPages(source, answers);
    this.adding = new AddPages(source, answers);
    this.reviewing = new ReviewPages(source, answers);
    this.marking = new MarkPages(source, answers);
    this.regrouping = new RegroupPages(source, answers);
    this.searching = new SearchPages(source, answers, questions);
    this.watching = new WatchPages(source, answers, questions);
    this.exporting = new ExportPages(source, answers);
    this.api = new ApiPages(interfaces, answers);
    this.front = new FrontPages(source, answers);
  }

  void route(Routes routes) {
    api.route(routes);
    for (String twin : new String[] {"", ".json"}) {
      routes.get("/incidents" + twin, this::incidents);
      routes.get("/actors" + twin, this::actors);
      routes.get("/names" + twin, this::allNames);
      routes.get("/contradictions" + twin, this::contradictions);
      routes.get("/disputes" + twin, this::disputes);
      routes.get("/documents" + twin, this::documents);
      routes.get("/claims" + twin, questions::claims);
      routes.get("/sources" + twin, stories::sources);
      routes.get("/incident/{key}/origins" + twin, stories::originsOfIncident);
      routes.get("/claim/{key}/origins" + twin, stories::originsOfClaim);
      routes.get("/incident/{key}/timeline" + twin, stories::timelineOfIncident);
      routes.get("/actor/{key}/timeline" + twin, stories::timelineOfActor);
      routes.get("/between/{key}/{other}" + twin, stories::timelineOfStates);
      routes.get("/between" + twin, stories::between);
    }
    routes.get("/incident/{key}", this::incident);
    routes.get("/actor/{key}", this::actor);
    // A name may have a slash in it.
    routes.get("/names/<key>", this::names);
    routes.get("/name/<key>", context -> context.redirect("/names/" + Frame.encoded(context.pathParam("key"))));
    routes.post("/decisions", decisions::decide);
    adding.route(routes);
    reviewing.route(routes);
    marking.route(routes);
    regrouping.route(routes);
    searching.route(routes);
    watching.route(routes);
    new TlpPages(source, answers).route(routes);
    new SubscriptionPages(source, answers).route(routes);
    new ClaimFeeds(source).route(routes);
    new MispFeedPages(source).route(routes);
    exporting.route(routes);
    front.route(routes);
    routes.get("/document/{key}", this::document);
    routes.get("/claim/{key}", this::claim);
    routes.get("/dispute/{key}", this::dispute);
    routes.get(answers.stylePath(), Need.ANYBODY, answers::style);
    routes.get(answers.scriptPath(), answers::script);
    routes.get("/icon.svg", Need.ANYBODY, answers::icon);
  }

  /// What is answered where something goes wrong.
  void faults(RoutesConfig routes) {
    routes.exception(TingbokException.class, this::known);
    routes.exception(OwnPages.Refused.class, (error, context) -> {
      error.headers().forEach(context::header);
      answers.problem(context, error.status(), error.code(), String.valueOf(error.getMessage()));
    });
    routes.exception(HttpResponseException.class, (error, context) -> {
      if (error.getStatus() == 404) {
        unknown(context);
      } else if (error.getStatus() == 421) {
        answers.problem(context, 421, "HOST_FOREIGN", String.valueOf(error.getMessage()));
      } else {
        answers.problem(context, error.getStatus(), "HTTP_" + error.getStatus(), String.valueOf(error.getMessage()));
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
    answers.problem(context, 404, "PAGE_UNKNOWN", "no page " + context.path() + "; begin at the list of incidents");
  }

  private Request request(Context context) {
    return Request.of(source, context);
  }

  private Frame frame(Request request, String title, String path, String section) {
    return answers.frame(request.asked(), request.desk(), title, path, section);
  }

  private Frame frame(Request request, Part part, String title, String path, String section) {
    return answers.frame(request.asked(), part.desk(), title, path, section);
  }

  record Incidents(List<IncidentCard> incidents) {
  }

  private void incidents(Context context) {
    Request request = request(context);
    List<IncidentCard> incidents = request.desk().incidents().with(request.query());
    if (request.json()) {
      answers.json(context, new Incidents(incidents));
      return;
    }
    int from = Math.clamp(Asked.number(context, "from"), 0, Math.max(0, incidents.size() - 1));
    List<IncidentCard> shown = incidents.subList(from, Math.min(incidents.size(), from + LISTED));
    answers.page(context, "incidents.jte", frame(request, "Incidents", "/incidents", "incidents"),
        Map.of("incidents", shown, "total", incidents.size(), "from", from, "summary", request.desk().summary()));
  }

  private void incident(Context context) {
    Request request = request(context);
    Part part = request.parts().incident(Asked.key(context));
    IncidentPage incident = part.desk().incidents().page(part.id());
    if (answers.permanent(context, request.asked(), "/incident/", incident.card().id(), "")) {
      Frame frame = frame(request, part, incident.card().name(), "/incident/" + incident.card().id(), "incidents");
      answers.answer(context, request.asked(), "incident.jte", frame, incident,
          Map.of("incident", incident, "drawing", TimelineDrawing.of(incident.lanes()), "slider", answers.sliderPath(),
              "days", DayChoice.since(part.desk().incidents().daysOf(incident.card().id()), request.asOf())));
    }
  }

  record Actors(List<ActorPage> actors) {
  }

  private void actors(Context context) {
    Request request = request(context);
    List<ActorPage> actors = request.desk().actors().all();
    answers.answer(context, request.asked(), "actors.jte", frame(request, "Actors", "/actors", "actors"),
        new Actors(actors),
        Map.of("actors", actors));
  }

  private void actor(Context context) {
    Instant seen = source.moment();
    Request request = request(context);
    Optional<KnownName> known = request.desk().naming().onRecord(Asked.key(context)) ? Optional.empty()
        : request.desk().naming().knowledge(Asked.key(context));
    if (known.isPresent()) {
      known(context, request, known.get());
      return;
    }
    ActorPage actor = request.desk().actors().page(Asked.key(context));
    Frame frame = frame(request, actor.party().name(), "/actor/" + Frame.encoded(actor.party().name()), "actors");
    Optional<NamesPage> names = request.desk().names().claims().knows(actor.party().name())
        ? Optional.of(request.desk().naming().page(actor.party().name()))
        : Optional.empty();
    ActorSides sides = ActorSides.of(request.desk(), actor.party().name(),
        Optional.of(actor.party()).filter(PartyCard::state).flatMap(PartyCard::country));
    answers.answer(context, request.asked(), "actor.jte", frame, new Actor(actor, sides, names),
        Map.of("actor", actor, "names", names, "sides", sides,
            "decisions", decisions.of(actor.party().name(), names, seen),
            "drawing", names.filter(page -> page.rows().size() > 1).map(NameDrawing::of),
            "days", DayChoice.of(request.desk().naming().daysOf(actor.party().name()), request.asOf())));
  }

  record Actor(@com.fasterxml.jackson.annotation.JsonUnwrapped ActorPage actor,
      @com.fasterxml.jackson.annotation.JsonUnwrapped ActorSides sides, Optional<NamesPage> whoSaysSo) {
  }

  private void allNames(Context context) {
    Request request = request(context);
    Optional<String> name = Asked.one(context, "name");
    if (name.isPresent()) {
      context.redirect(frame(request, "", "", "").name(name.get()));
      return;
    }
    NamesIndex index = request.desk().naming().index(request.query());
    int from = Math.clamp(Asked.number(context, "from"), 0, Math.max(0, index.actors().size() - 1));
    answers.answer(context, request.asked(), "names.jte", frame(request, "Names", "/names", "names"), index,
        Map.of("index", index, "from", from, "shown",
            index.actors().subList(from, Math.min(index.actors().size(), from + LISTED))));
  }

  private void names(Context context) {
    Request request = request(context);
    NamesPage names = request.desk().naming().page(Asked.key(context));
    if (request.json()) {
      answers.json(context, names);
    } else if (names.rows().isEmpty() && names.knowledge().isPresent()) {
      known(context, request, names.knowledge().get());
    } else {
      context.redirect(frame(request, "", "", "").actor(names.name()) + "#names");
    }
  }

  /// A name that nobody on record speaks of: what the tables that ship know, and what its shape implies.
  private void known(Context context, Request request, KnownName known) {
    Frame frame = frame(request, known.name(), "/names/" + Frame.encoded(known.name()), "actors");
    NamesPage page = request.desk().naming().page(known.name());
    ActorSides sides = ActorSides.of(request.desk(), known.name(), Optional.empty());
    answers.answer(context, request.asked(), "name.jte", frame, new Known(page, sides),
        Map.of("known", known, "page", page, "sides", sides));
  }

  record Known(@com.fasterxml.jackson.annotation.JsonUnwrapped NamesPage page,
      @com.fasterxml.jackson.annotation.JsonUnwrapped ActorSides sides) {
  }

  private void contradictions(Context context) {
    Request request = request(context);
    Optional<String> name = Asked.one(context, "name");
    ContradictionsPage page = name.map(request.desk().naming()::contradictions)
        .orElseGet(request.desk().naming()::contradictions);
    int from = Math.clamp(Asked.number(context, "from"), 0, Math.max(0, page.contradictions().size() - 1));
    answers.answer(context, request.asked(), "contradictions.jte",
        frame(request, "Contradicted names", "/contradictions", "names"), page,
        Map.of("page", page, "name", name, "from", from, "shown",
            page.contradictions().subList(from, Math.min(page.contradictions().size(), from + LISTED))));
  }

  record Disputes(List<DisputeCard> disputes) {
  }

  private void disputes(Context context) {
    Request request = request(context);
    List<DisputeCard> disputes = request.desk().disputes();
    int from = Math.clamp(Asked.number(context, "from"), 0, Math.max(0, disputes.size() - 1));
    answers.answer(context, request.asked(), "disputes.jte", frame(request, "Disputes", "/disputes", "disputes"),
        new Disputes(disputes),
        Map.of("disputes", disputes.subList(from, Math.min(disputes.size(), from + SIDE_BY_SIDE)),
            "total", disputes.size(), "from", from));
  }

  private void dispute(Context context) {
    Request request = request(context);
    DisputeCard dispute = request.desk().dispute(Asked.key(context));
    if (answers.permanent(context, request.asked(), "/dispute/", dispute.id(), "")) {
      answers.answer(context, request.asked(), "dispute.jte",
          frame(request, dispute.title(), "/dispute/" + dispute.id(), "disputes"), dispute, Map.of("dispute", dispute));
    }
  }

  record Documents(List<ClaimCard.DocumentCard> documents) {
  }

  private void documents(Context context) {
    Request request = request(context);
    List<ClaimCard.DocumentCard> documents = request.desk().documents().all();
    answers.answer(context, request.asked(), "documents.jte", frame(request, "Documents", "/documents", "documents"),
        new Documents(documents), Map.of("documents", documents));
  }

  private void document(Context context) {
    Request request = request(context);
    Part part = request.parts().document(Asked.key(context));
    DocumentPage document = part.desk().documents().page(part.id());
    if (answers.permanent(context, request.asked(), "/document/", document.id(), "")) {
      Frame frame = frame(request, part, document.title(), "/document/" + document.id(), "documents");
      answers.answer(context, request.asked(), "document.jte", frame, document, Map.of("document", document, "text",
          DocumentText.of(document), "open", reviewing.open(), "script", marking.script(), "cited",
          ExportPages.briefs(part.desk(), context).cited(document)));
    }
  }

  private void claim(Context context) {
    Request request = request(context);
    Part part = request.parts().claim(Asked.key(context));
    ClaimPage claim = part.desk().documents().claim(part.id());
    if (answers.permanent(context, request.asked(), "/claim/", claim.claim().id(), "")) {
      Frame frame = frame(request, part, claim.claim().summary(), "/claim/" + claim.claim().id(), "incidents");
      answers.answer(context, request.asked(), "claim.jte", frame, claim,
          Map.of("page", claim, "open", reviewing.open(), "reasons", ReviewPages.REASONS, "cited",
              ExportPages.briefs(part.desk(), context).cited(claim.claim())));
    }
  }

  private void known(TingbokException error, Context context) {
    int status = switch (error) {
      case org.tingbok.vocabulary.BadInputException _ -> 400;
      case org.tingbok.vocabulary.NotFoundException _ -> 404;
      case org.tingbok.vocabulary.ContentionException _ -> 409;
      case org.tingbok.vocabulary.UnavailableException _ -> 503;
      case org.tingbok.vocabulary.FaultException _ -> 500;
    };
    if (status == 503) {
      context.header("Retry-After", Crowd.AGAIN);
    }
    answers.problem(context, status, error.code(), String.valueOf(error.getMessage()));
  }

  private void fault(Exception error, Context context) {
    LOG.error("a page could not be given", error);
    answers.problem(context, 500, "FAULT", "a defect of Tingbok; what happened is in the window that it runs in");
  }
}
